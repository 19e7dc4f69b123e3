using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Memory;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What of the state goes into the hash chain: every block its pools, totals and outcomes; at an audit every account, weight and bond as well.</summary>
internal static class StateDigest
{
    /// <summary>What a block begins with, before its subnets.</summary>
    public static void AddTotals(this StateHash hash, LedgerState state) => hash.Add([
        (ulong)state.Block.Height, state.Issued.Rao, state.TotalFree.Rao, state.Dust.Rao, state.Burned.Rao, state.Root.Stakes.Total.Rao]);

    /// <summary>What of an audit the accounts are not: <see cref="SharesHeld"/> walks through those.</summary>
    public static void AddNeurons(this StateHash hash, LedgerState state)
    {
        Link[] room = [];
        var sum = new PairSum();
        foreach (var subnet in state.SubnetSpan)
        {
            foreach (var neuron in subnet.NeuronSpan) CacheLines.Fetch(neuron, Neuron.Lines);
            foreach (var neuron in subnet.NeuronSpan) sum = With(sum, neuron, ref room);
        }
        hash.Add(sum);
        if (state.HasRootNetwork) hash.AddRootSeats(state);
    }

    public static void AddOutcome(this StateHash hash, Outcome outcome)
    {
        hash.Add(outcome.Account.Index);
        switch (outcome)
        {
            case Staked staked: hash.AddSwap(1, staked.Netuid, staked.Hotkey, staked.Paid.Rao, staked.Received.Rao); break;
            case Unstaked unstaked: hash.AddSwap(2, unstaked.Netuid, unstaked.Hotkey, unstaked.Sold.Rao, unstaked.Received.Rao); break;
            case Moved moved:
                hash.AddOutcome(moved.Out);
                if (moved.In is { } staking) hash.AddOutcome(staking);
                break;
            case Redelegated redelegated: hash.AddSwap(3, redelegated.Netuid, redelegated.To, redelegated.Amount.Rao, redelegated.SharesIn); break;
            case WeightsSet set: hash.AddWeights(set); break;
            case NeuronRegistered registered: hash.AddRegistration(registered); break;
            case SubnetRegistered registered: hash.AddSubnet(6, registered.Netuid, registered.Lock.Rao); break;
            case SubnetOffered offered: hash.AddSubnet(7, offered.Netuid, offered.Ask?.Rao ?? ulong.MaxValue); break;
            case SubnetSold sold: hash.AddSubnet(8, sold.Netuid, sold.Paid.Rao); break;
            case ChildrenScheduled named: hash.AddChildren(named); break;
            case ChildTakeSet take: hash.AddSubnet(10, take.Netuid, take.TakeU16); break;
            case Deposited deposited: hash.AddAmount(11, deposited.Amount); break;
            case Withdrawn withdrawn: hash.AddAmount(12, withdrawn.Amount); break;
            case UsefulnessReported reported: hash.AddSubnet(13, reported.Netuid, reported.ADay.Rao); break;
            case SubnetStarted started: hash.AddSubnet(14, started.Netuid, 0); break;
            case RootClaimSet set: hash.AddAmount(15, set.Keep ? new Tao(1) : Tao.Zero); break;
            case RootSeatTaken taken: hash.AddSubnet(16, NetUid.Root, taken.Uid); break;
            case RootWeightsSet set: hash.AddVote(set); break;
            case Refused refused: hash.Add(4 + (ulong)refused.Reason); break;
            default: throw new System.Diagnostics.UnreachableException($"No digest for {outcome}.");
        }
    }

    private static void AddSwap(this StateHash hash, ulong kind, NetUid netuid, AccountId hotkey, ulong given, ulong gained)
    {
        hash.Add(kind << 48 | (ulong)netuid.Value << 32 | (uint)hotkey.Index);
        hash.Add(given);
        hash.Add(gained);
    }

    private static void AddWeights(this StateHash hash, WeightsSet set)
    {
        hash.Add(4UL << 48 | (ulong)set.Netuid.Value << 32 | set.Uid);
        hash.AddLinks(set.Weights.AsSpan());
    }

    private static void AddRegistration(this StateHash hash, NeuronRegistered registered)
    {
        hash.Add(5UL << 48 | (ulong)registered.Netuid.Value << 32 | registered.Uid);
        hash.Add(registered.Paid.Rao);
        hash.Add(registered.Burned.Rao);
    }

    private static void AddSubnet(this StateHash hash, ulong kind, NetUid netuid, ulong value)
    {
        hash.Add(kind << 48 | (ulong)netuid.Value << 32);
        hash.Add(value);
    }

    private static void AddAmount(this StateHash hash, ulong kind, Tao amount)
    {
        hash.Add(kind << 48);
        hash.Add(amount.Rao);
    }

    private static void AddChildren(this StateHash hash, ChildrenScheduled named)
    {
        hash.AddSubnet(9, named.Netuid, (ulong)named.Children.Length);
        foreach (var child in named.Children)
        {
            hash.Add(child.Hotkey.Index);
            hash.Add(child.Proportion);
        }
    }

    /// <summary>A sum with a neuron's words as well. It is handed over as a copy: one whose address is taken lies in memory for all of the caller's loop.</summary>
    private static PairSum With(PairSum sum, Neuron neuron, ref Link[] room)
    {
        var weights = neuron.Weights;
        var bonds = neuron.BondsIn(ref room);
        sum.Add((ulong)neuron.Hotkey.Index, (ulong)weights.Length << 32 | (uint)bonds.Length);
        AddLinks(weights, ref sum);
        AddLinks(bonds, ref sum);
        return sum;
    }

    /// <summary>To a sum that knows how many there are: four at a time as they lie in memory, the rest one by one.</summary>
    private static void AddLinks(ReadOnlySpan<Link> links, ref PairSum sum)
    {
        var pairs = MemoryMarshal.Cast<Link, ulong>(links);
        for (var i = 1; i < pairs.Length; i += 2) sum.Add(pairs[i - 1], pairs[i]);
        foreach (var link in links[(pairs.Length / 2 * 4)..]) sum.Add(WordOf(link), 0);
    }

    internal static void AddLinks(this StateHash hash, ReadOnlySpan<Link> links)
    {
        foreach (var link in links) hash.Add(WordOf(link));
    }

    private static ulong WordOf(Link link) => (ulong)link.Uid << 16 | link.Value;

    /// <summary>A subnet's words in every block; put in place, so that the sum stays in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSubnet(Subnet subnet, ref PairSum sum)
    {
        sum.Add(subnet.Pool.TaoReserve.Rao, subnet.Pool.AlphaReserve.Rao);
        sum.Add(subnet.AlphaOut.Rao, subnet.Stakes.Total.Rao);
        sum.Add(subnet.MovingPrice.Lower, subnet.MovingPrice.Upper);
        sum.Add(subnet.PendingEmission.Rao, subnet.PendingRootDividends.Rao);
        sum.Add(subnet.Terms.Burn.Rao, (ulong)subnet.Owner.Index);
    }

    /// <summary>A sum with what only later rules bring about as well.</summary>
    public static PairSum WithReforms(PairSum sum, Subnet subnet)
    {
        sum.Add(subnet.ChainBuy.Rao, subnet.ProtocolAlpha.Rao);
        sum.Add(subnet.PendingRootAlpha.Rao, subnet.Claims.Total.Rao);
        sum.Add(BitConverter.DoubleToUInt64Bits(subnet.UserFlow ?? 0), BitConverter.DoubleToUInt64Bits(subnet.ProtocolFlow));
        sum.Add(BitConverter.DoubleToUInt64Bits(subnet.MinerBurned), BitConverter.DoubleToUInt64Bits(subnet.RuleHolds));
        sum.Add(subnet.Pool.Weight.QuoteE18, 0);
        return sum;
    }
}
