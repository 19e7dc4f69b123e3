using System.Collections.Immutable;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What one account owns at the close of a block.</summary>
/// <param name="Holdings">By netuid, then hotkey; root stake among them, on netuid 0.</param>
public readonly record struct Statement(AccountId Account, Tao Free, ImmutableArray<Holding> Holdings)
{
    public static Statement Of(LedgerState state, AccountId id)
    {
        var account = state.AccountOf(id);
        var holdings = ImmutableArray.CreateBuilder<Holding>(account.Positions.Count);
        foreach (var position in account.PositionSpan)
            holdings.Add(new Holding(position.Netuid, position.Hotkey, state[position.Netuid].Stakes.WorthOf(position.Hotkey, position.Shares)));
        return new Statement(id, account.Free, holdings.MoveToImmutable());
    }

    /// <summary>Alpha on <paramref name="netuid"/> with all hotkeys together.</summary>
    public Alpha On(NetUid netuid)
    {
        var sum = Alpha.Zero;
        foreach (var holding in Holdings)
            if (holding.Netuid == netuid)
                sum += holding.Amount;
        return sum;
    }
}

/// <summary>A position at its worth: what could be unstaked.</summary>
public readonly record struct Holding(NetUid Netuid, AccountId Hotkey, Alpha Amount);
