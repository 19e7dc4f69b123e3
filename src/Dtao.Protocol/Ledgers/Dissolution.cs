using System.Collections.Immutable;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Registration;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>
/// What a subnet that is taken off the chain leaves: the pool's TAO goes to who held its alpha, by amount, in the order of the accounts and the chain last. Alpha that
/// was nobody's yet, pending or set aside for root, goes with the subnet, and so do root's votes for it.
/// </summary>
/// <param name="Payouts">Each account that is paid.</param>
/// <param name="Withheld">The part that falls to the chain's own alpha, and is burned.</param>
/// <remarks>subtensor 14bc6f9f9 <c>staking/remove_stake.rs: destroy_alpha_in_out_stakes</c>. An owner gets no refund of its lock here.</remarks>
public sealed record Dissolution(NetUid Netuid, ImmutableArray<(AccountId Account, Tao Paid)> Payouts, Tao Withheld)
{
    /// <summary>To all holders together.</summary>
    public Tao PaidOut => Payouts.Aggregate(Tao.Zero, (sum, payout) => sum + payout.Paid);

    internal static Dissolution Of(Subnet subnet, LedgerState state)
    {
        var (holders, alpha) = HoldersOf(subnet, state);
        var pot = subnet.Pool.TaoReserve;
        var parts = LargestRemainder.Split(pot.Rao, [.. alpha, OfTheChain(subnet).Rao]);
        var payouts = ImmutableArray.CreateBuilder<(AccountId, Tao)>(holders.Count);
        var paid = Tao.Zero;
        for (var i = 0; i < holders.Count; i++)
        {
            payouts.Add((holders[i], new Tao(parts[i])));
            paid += new Tao(parts[i]);
        }
        return new(subnet.Netuid, payouts.MoveToImmutable(), pot - paid);
    }

    private static Alpha OfTheChain(Subnet subnet) => subnet.PoolIsWithheld ? subnet.ProtocolAlpha + subnet.Pool.AlphaReserve : subnet.ProtocolAlpha;

    /// <summary>Pays, takes every position on the subnet from its account, and takes the subnet away. Pending TAO goes to dust, and what the owner has locked goes back.</summary>
    internal void CarryOut(LedgerState state)
    {
        var subnet = state[Netuid];
        foreach (var (account, paid) in Payouts) state.Credit(account, paid);
        foreach (var account in state.AccountSpan)
            foreach (var position in account.PositionSpan.ToArray())
                if (position.Netuid == Netuid)
                    account.Remove(Netuid, position.Hotkey);
        (state.Issued, state.Burned, state.Dust) = (state.Issued - Withheld, state.Burned + Withheld, state.Dust + subnet.PendingRootDividends + subnet.PendingTao);
        state.Credit(subnet.Owner, subnet.Locked);
        foreach (var seat in state.Root.NeuronArray) ForgetVotes(seat);
        state.Remove(subnet);
    }

    /// <summary>Another subnet will have the number.</summary>
    /// <remarks><c>coinbase/root.rs: remove_network</c>, which sets them to 0.</remarks>
    private void ForgetVotes(Neuron seat)
    {
        if (Array.Exists(seat.WeightList, vote => vote.Uid == Netuid.Value))
            seat.SetWeights(Array.ConvertAll(seat.WeightList, vote => vote.Uid == Netuid.Value ? vote with { Value = 0 } : vote), seat.LastUpdate);
    }

    private static (List<AccountId> Holders, List<ulong> Alpha) HoldersOf(Subnet subnet, LedgerState state)
    {
        var (holders, alpha) = (new List<AccountId>(), new List<ulong>());
        for (var index = 0; index < state.Accounts.Count; index++)
        {
            var held = 0UL;
            foreach (ref readonly var position in state.Accounts[index].PositionSpan)
                if (position.Netuid == subnet.Netuid)
                    held += subnet.Stakes.WorthOf(position).Rao;
            if (held == 0) continue;
            holders.Add(new AccountId(index));
            alpha.Add(held);
        }
        return (holders, alpha);
    }
}
