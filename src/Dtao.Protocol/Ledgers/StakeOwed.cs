using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What each stake pool owes to all positions together, counted afresh from the accounts.</summary>
internal sealed class StakeOwed
{
    private readonly (ulong Shares, Alpha Worth)[][] byNetuid;

    private StakeOwed(LedgerState state)
    {
        var highest = state.Root.Netuid.Value;
        foreach (var subnet in state.SubnetSpan) highest = Math.Max(highest, subnet.Netuid.Value);
        byNetuid = new (ulong, Alpha)[highest + 1][];
        byNetuid[state.Root.Netuid.Value] = new (ulong, Alpha)[state.Root.Stakes.PoolSpan.Length];
        foreach (var subnet in state.SubnetSpan) byNetuid[subnet.Netuid.Value] = new (ulong, Alpha)[subnet.Stakes.PoolSpan.Length];
    }

    /// <exception cref="InvariantBroken">A position is in a pool that does not exist.</exception>
    public static StakeOwed By(LedgerState state)
    {
        var owed = new StakeOwed(state);
        foreach (var account in state.AccountSpan)
            foreach (ref readonly var position in account.PositionSpan)
                owed.Add(state[position.Netuid].Stakes, position);
        return owed;
    }

    /// <summary>In the order of the subnet's pools.</summary>
    public ReadOnlySpan<(ulong Shares, Alpha Worth)> Of(NetUid netuid) => byNetuid[netuid.Value];

    private void Add(StakePools stakes, in Position position)
    {
        if (stakes.PlaceOf(position.Hotkey) is not { } place) throw new InvariantBroken($"SN{position.Netuid}: a position is with hotkey {position.Hotkey}, which has no pool.");
        ref var due = ref byNetuid[position.Netuid.Value][place];
        due = (due.Shares + position.Shares, due.Worth + stakes.PoolSpan[place].WorthOf(position.Shares));
    }
}
