using Dtao.Protocol.RootNetwork;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.RootValidators;

/// <summary>Votes as the others do on the whole, by their stake.</summary>
[Strategy("root-follower", Role.Validator,
    Rule = "It validates by the owners' code and takes a seat on root; every so often it copies the mean of the other root validators' votes, weighted by their stake.",
    Source = "protocol.md 0, rank and trust by stake; record.md 1.2: validators who copy; our choice of form")]
public sealed class Follower : RootVoter
{
    protected override double[] Weigh(Sight sight, RootNetworkView root, Dice dice)
    {
        var mean = new BySubnet<double>(0);
        foreach (var seat in root.Seats)
            if (seat.Hotkey != sight.Own.Account)
                Add(mean, seat);
        return [.. sight.Quotes.Select(quote => mean[quote.Netuid])];
    }

    private static void Add(BySubnet<double> mean, RootSeatView seat)
    {
        var given = seat.Weights.Sum(weight => (double)weight.Value);
        foreach (var (netuid, value) in seat.Weights) mean[netuid] += seat.Stake.Tokens * value / Math.Max(1, given);
    }
}
