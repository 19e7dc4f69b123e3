using System.Runtime.CompilerServices;
using Dtao.Protocol.Consensus;
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
        foreach (var subnet in state.SubnetSpan) hash.AddNeurons(subnet.NeuronSpan, ref room);
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

    private static void AddNeurons(this StateHash hash, ReadOnlySpan<Neuron> neurons, ref Link[] room)
    {
        var (first, second) = hash.Halves;
        foreach (var neuron in neurons)
        {
            StateHash.Mix(ref first, ref second, (ulong)neuron.Hotkey.Index);
            AddLinks(neuron.Weights, ref first, ref second);
            AddLinks(neuron.BondsIn(ref room), ref first, ref second);
        }
        hash.Halves = (first, second);
    }

    private static void AddLinks(this StateHash hash, ReadOnlySpan<Link> links)
    {
        var (first, second) = hash.Halves;
        AddLinks(links, ref first, ref second);
        hash.Halves = (first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddLinks(ReadOnlySpan<Link> links, ref ulong first, ref ulong second)
    {
        foreach (var link in links) StateHash.Mix(ref first, ref second, (ulong)link.Uid << 16 | link.Value);
    }

    /// <summary>What only later rules bring about.</summary>
    public static void AddReforms(this StateHash hash, Subnet subnet) => hash.Add([
        subnet.ChainBuy.Rao,
        subnet.ProtocolAlpha.Rao,
        subnet.PendingRootAlpha.Rao,
        subnet.Claims.Total.Rao,
        BitConverter.DoubleToUInt64Bits(subnet.UserFlow ?? 0),
        BitConverter.DoubleToUInt64Bits(subnet.ProtocolFlow),
        BitConverter.DoubleToUInt64Bits(subnet.MinerBurned),
        BitConverter.DoubleToUInt64Bits(subnet.RuleHolds),
        subnet.Pool.Weight.QuoteE18]);

    /// <summary>A subnet's words in every block, on halves of the caller's own, which should stay in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSubnet(Subnet subnet, ref ulong first, ref ulong second)
    {
        StateHash.Mix(ref first, ref second, subnet.Pool.TaoReserve.Rao);
        StateHash.Mix(ref first, ref second, subnet.Pool.AlphaReserve.Rao);
        StateHash.Mix(ref first, ref second, subnet.AlphaOut.Rao);
        StateHash.Mix(ref first, ref second, subnet.MovingPrice.Lower);
        StateHash.Mix(ref first, ref second, subnet.MovingPrice.Upper);
        StateHash.Mix(ref first, ref second, subnet.Stakes.Total.Rao);
        StateHash.Mix(ref first, ref second, subnet.PendingEmission.Rao);
        StateHash.Mix(ref first, ref second, subnet.PendingRootDividends.Rao);
        StateHash.Mix(ref first, ref second, subnet.Terms.Burn.Rao);
        StateHash.Mix(ref first, ref second, (ulong)subnet.Owner.Index);
    }
}
