using System.Collections.Immutable;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>A list read off the ledger at the close of a block, made when somebody first looks at it: most of those who are woken look at little.</summary>
/// <remarks>What has not been looked at when the ledger goes on is lost, and asking for it then is a mistake, never another block's list.</remarks>
internal abstract class OnDemand<T>(LedgerState ledger)
{
    private readonly Block block = ledger.Block;
    private ImmutableArray<T> made;

    /// <exception cref="InvalidOperationException">It was first looked at when the ledger had gone on.</exception>
    public ImmutableArray<T> Value => made.IsDefault ? made = Make(Still) : made;

    protected bool IsMade => !made.IsDefault;

    /// <summary>The ledger, which still stands at the close of that block.</summary>
    protected LedgerState Still => ledger.Block == block ? ledger : throw TooLate();

    protected abstract ImmutableArray<T> Make(LedgerState state);

    private InvalidOperationException TooLate() => new(FormattableString.Invariant(
        $"What block {block.Height} left was first looked at in block {ledger.Block.Height}: look at the market and at what you own while you decide, and keep what you need of them."));
}
