using System.Collections.Immutable;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What one account owns at the close of a block.</summary>
/// <param name="Held">What of it is staked.</param>
public readonly record struct Statement(AccountId Account, Tao Free, IHoldings Held)
{
    /// <param name="holdings">By netuid, then hotkey; root stake among them, on netuid 0.</param>
    public Statement(AccountId account, Tao free, ImmutableArray<Holding> holdings)
        : this(account, free, new Listed(holdings))
    {
    }

    /// <inheritdoc cref="IHoldings.All"/>
    public ImmutableArray<Holding> Holdings => Held.All;

    public static Statement Of(LedgerState state, AccountId id) => new(id, state.AccountOf(id).Free, HoldingsOnDemand.Of(state, id));

    /// <summary>The same for who may not look at the holdings at all: they are counted when it does, which must be before the ledger goes on.</summary>
    public static Statement OnDemand(LedgerState state, AccountId id) => new(id, state.AccountOf(id).Free, new HoldingsOnDemand(state, id));

    /// <inheritdoc cref="IHoldings.On"/>
    public Alpha On(NetUid netuid) => Held.On(netuid);

    /// <inheritdoc cref="IHoldings.MayHold"/>
    public bool MayHold(NetUid netuid) => Held.MayHold(netuid);

    /// <inheritdoc cref="IHoldings.LargestOn"/>
    public Holding? LargestOn(NetUid netuid) => Held.LargestOn(netuid);

    private sealed record Listed(ImmutableArray<Holding> All) : IHoldings;
}
