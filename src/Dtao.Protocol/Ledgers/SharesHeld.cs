using Dtao.Protocol.Staking;

namespace Dtao.Protocol.Ledgers;

/// <summary>The shares of each stake pool in all positions together, counted afresh from the accounts.</summary>
internal sealed class SharesHeld
{
    private readonly StakePools?[] stakes; // by netuid
    private readonly ulong[][] held; // by netuid, then in the order of the subnet's pools

    private SharesHeld(LedgerState state)
    {
        var highest = state.Root.Netuid.Value;
        foreach (var subnet in state.SubnetSpan) highest = Math.Max(highest, subnet.Netuid.Value);
        (stakes, held) = (new StakePools[highest + 1], new ulong[highest + 1][]);
        Begin(state.Root);
        foreach (var subnet in state.SubnetSpan) Begin(subnet);
    }

    /// <param name="hash">Goes on over all accounts, which are walked through anyway.</param>
    /// <exception cref="InvariantBroken">A position is on a subnet or in a pool that does not exist.</exception>
    public static SharesHeld By(LedgerState state, StateHash hash)
    {
        var counted = new SharesHeld(state);
        var accounts = state.AccountSpan;
        var sum = new PairSum();
        for (var i = 0; i < accounts.Length; i++)
        {
            Account.FetchAhead(accounts, i);
            var positions = accounts[i].PositionSpan;
            sum.Add(accounts[i].Free.Rao, (ulong)positions.Length);
            foreach (ref readonly var position in positions)
            {
                sum.Add((ulong)position.Netuid.Value << 32 | (uint)position.Hotkey.Index, position.Shares);
                counted.Add(position);
            }
        }
        hash.Add(sum);
        return counted;
    }

    /// <summary>In the order of the subnet's pools.</summary>
    public ReadOnlySpan<ulong> Of(Subnet subnet) => held[subnet.Netuid.Value];

    private void Begin(Subnet subnet)
    {
        stakes[subnet.Netuid.Value] = subnet.Stakes;
        held[subnet.Netuid.Value] = new ulong[subnet.Stakes.PoolSpan.Length];
    }

    private void Add(in Position position)
    {
        if (position.Netuid.Value >= stakes.Length || stakes[position.Netuid.Value] is not { } pools) throw Lost(position, "on no subnet");
        if (pools.PlaceOf(position) is not (>= 0 and var place)) throw Lost(position, "in no pool");
        held[position.Netuid.Value][place] += position.Shares;
    }

    private static InvariantBroken Lost(in Position position, string where) => new($"SN{position.Netuid}: a position with hotkey {position.Hotkey} is {where}.");
}
