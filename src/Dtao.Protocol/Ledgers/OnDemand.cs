using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>Something read off the ledger at the close of a block, when somebody looks: most of those who are woken look at little.</summary>
/// <remarks>Asking for it when the ledger has gone on is a mistake, never another block's answer.</remarks>
internal abstract class OnDemand(LedgerState ledger)
{
    private readonly Block block = ledger.Block;

    /// <summary>The ledger, which still stands at the close of that block.</summary>
    /// <exception cref="InvalidOperationException">It has gone on.</exception>
    protected LedgerState Still => ledger.Block == block ? ledger : throw TooLate();

    private InvalidOperationException TooLate() => new(FormattableString.Invariant(
        $"What block {block.Height} left was looked at in block {ledger.Block.Height}: look at the market and at what you own while you decide, and keep what you need of them."));
}
