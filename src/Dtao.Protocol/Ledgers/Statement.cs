using System.Collections.Immutable;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What one account owns at the close of a block.</summary>
public readonly record struct Statement
{
    private readonly ImmutableArray<Holding> holdings;
    private readonly HoldingsOnDemand? asked;

    /// <param name="holdings">By netuid, then hotkey; root stake among them, on netuid 0.</param>
    public Statement(AccountId account, Tao free, ImmutableArray<Holding> holdings) => (Account, Free, this.holdings) = (account, free, holdings);

    private Statement(AccountId account, Tao free, HoldingsOnDemand asked) => (Account, Free, this.asked) = (account, free, asked);

    public AccountId Account { get; init; }

    public Tao Free { get; init; }

    /// <summary>By netuid, then hotkey; root stake among them, on netuid 0.</summary>
    public ImmutableArray<Holding> Holdings => asked?.Value ?? holdings;

    public static Statement Of(LedgerState state, AccountId id) => new(id, state.AccountOf(id).Free, HoldingsOnDemand.Of(state, id));

    /// <summary>The same for who may not look at the holdings at all: they are counted when it does, which must be before the ledger goes on.</summary>
    public static Statement OnDemand(LedgerState state, AccountId id)
    {
        var account = state.AccountOf(id);
        account.FetchPositions(); // nearly all of those who are woken look at them
        return new(id, account.Free, new HoldingsOnDemand(state, id));
    }

    /// <summary>Alpha on <paramref name="netuid"/> with all hotkeys together.</summary>
    public Alpha On(NetUid netuid)
    {
        if (asked is not null) return asked.On(netuid);
        var sum = Alpha.Zero;
        foreach (ref readonly var holding in Holdings.AsSpan())
            if (holding.Netuid == netuid)
                sum += holding.Amount;
        return sum;
    }

    /// <summary>Whether there may be anything on <paramref name="netuid"/>: false only where there is not, and quick to tell, for who goes through all subnets.</summary>
    public bool MayHold(NetUid netuid) => asked?.MayHold(netuid) ?? true;

    /// <summary>The largest holding on <paramref name="netuid"/>; null where there is none.</summary>
    public Holding? LargestOn(NetUid netuid)
    {
        if (asked is not null) return asked.LargestOn(netuid);
        Holding? largest = null;
        foreach (ref readonly var holding in Holdings.AsSpan())
            if (holding.Netuid == netuid && (largest is not { } best || holding.Amount > best.Amount))
                largest = holding;
        return largest;
    }
}

/// <summary>A position at its worth: what could be unstaked.</summary>
public readonly record struct Holding(NetUid Netuid, AccountId Hotkey, Alpha Amount);
