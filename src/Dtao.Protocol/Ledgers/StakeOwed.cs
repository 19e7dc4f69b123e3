using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What each stake pool owes to all positions together, counted afresh from the accounts.</summary>
internal sealed class StakeOwed
{
    private readonly StakePools?[] stakes; // by netuid
    private readonly (ulong Shares, Alpha Worth)[][] owed; // by netuid, then in the order of the subnet's pools

    private StakeOwed(LedgerState state)
    {
        var highest = state.Root.Netuid.Value;
        foreach (var subnet in state.SubnetSpan) highest = Math.Max(highest, subnet.Netuid.Value);
        (stakes, owed) = (new StakePools[highest + 1], new (ulong, Alpha)[highest + 1][]);
        Begin(state.Root);
        foreach (var subnet in state.SubnetSpan) Begin(subnet);
    }

    /// <exception cref="InvariantBroken">A position is on a subnet or in a pool that does not exist.</exception>
    public static StakeOwed By(LedgerState state)
    {
        var counted = new StakeOwed(state);
        foreach (var account in state.AccountSpan)
            foreach (ref readonly var position in account.PositionSpan)
                counted.Add(position);
        return counted;
    }

    /// <summary>In the order of the subnet's pools.</summary>
    public ReadOnlySpan<(ulong Shares, Alpha Worth)> Of(NetUid netuid) => owed[netuid.Value];

    private void Begin(Subnet subnet)
    {
        stakes[subnet.Netuid.Value] = subnet.Stakes;
        owed[subnet.Netuid.Value] = new (ulong, Alpha)[subnet.Stakes.PoolSpan.Length];
    }

    private void Add(in Position position)
    {
        if (position.Netuid.Value >= stakes.Length || stakes[position.Netuid.Value] is not { } pools) throw Lost(position, "on no subnet");
        if (pools.Find(position.Hotkey) is not { } pool) throw Lost(position, "in no pool");
        ref var due = ref owed[position.Netuid.Value][pool.Place];
        due.Shares += position.Shares;
        due.Worth += pool.WorthOf(position.Shares);
    }

    private static InvariantBroken Lost(in Position position, string where) => new($"SN{position.Netuid}: a position with hotkey {position.Hotkey} is {where}.");
}
