using Dtao.Protocol.Consensus;
using Dtao.Protocol.Emission;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.RootNetwork;

/// <summary>Counts root validators' votes at each of root's epochs; what comes of it holds until the next.</summary>
/// <remarks>subtensor v1.2.5 <c>coinbase/root.rs: root_epoch, get_root_weights</c>.</remarks>
internal sealed class RootVoting(LedgerState state, RootNetworkRules rules)
{
    /// <summary>Whether root has an epoch in <paramref name="block"/>.</summary>
    public static bool IsDue(RootNetworkRules rules, Block block) => EpochSchedule.IsDue(NetUid.Root.Value, rules.TempoBlocks, (ulong)block.Height);

    public void Run(ulong emissionRao)
    {
        if (IsDue(rules, state.Block)) Count(emissionRao);
    }

    /// <summary>
    /// Where nobody has a seat yet, those with most root stake have them, and the last vote of all is what the subnets' moving prices tell of it: these are
    /// what that vote left behind.
    /// </summary>
    public void Begin(ulong emissionRao)
    {
        if (state.HasRootNetwork) return;
        var vote = LastVote();
        foreach (var hotkey in RootSeats.Largest(state, rules.Seats))
        {
            var seat = new Neuron(hotkey, state.Block);
            seat.SetWeights(vote, state.Block);
            state.Root.Register(seat);
        }
        Count(emissionRao);
        foreach (var subnet in state.SubnetSpan)
            if (!subnet.IsDynamic)
                subnet.MovingPrice = I96F32.Zero;
    }

    private void Count(ulong emissionRao)
    {
        var (seats, netuids) = (state.Root.NeuronArray, Highest() + 1);
        var stakes = Array.ConvertAll(seats, seat => state.OnRoot(seat.Hotkey).Rao);
        if (Array.TrueForAll(stakes, stake => stake == 0)) return;
        var votes = Array.ConvertAll(seats, seat => ByNetuid(seat, netuids));
        var emission = RootEpoch.Of(stakes, votes, netuids, rules.Rho, rules.KappaU16).EmissionOf(emissionRao);
        state.Root.Voted = new Tao(emission[NetUid.Root.Value]);
        foreach (var subnet in state.SubnetSpan) subnet.Voted = new Tao(emission[subnet.Netuid.Value]);
    }

    /// <summary>Weights for subnets that are no more do not count.</summary>
    private ulong[] ByNetuid(Neuron seat, int netuids)
    {
        var votes = new ulong[netuids];
        foreach (var weight in seat.Weights)
            if (state.Find(new NetUid(weight.Uid)) is not null)
                votes[weight.Uid] = weight.Value;
        return votes;
    }

    private Link[] LastVote()
    {
        var largest = 0.0;
        foreach (var subnet in state.SubnetSpan) largest = Math.Max(largest, subnet.MovingPrice.ToDouble());
        return largest == 0
            ? []
            : [.. state.Subnets.Select(subnet => new Link(subnet.Netuid.Value, (ushort)Math.Round(ushort.MaxValue * (subnet.MovingPrice.ToDouble() / largest))))];
    }

    private int Highest() => state.Subnets.Count == 0 ? 0 : state.Subnets[^1].Netuid.Value;
}
