using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Validators;

/// <summary>The ways in which validators score the miners of a subnet; each writes a score of 0 or more by uid, of which only the ratios matter.</summary>
public static class Scores
{
    /// <summary>What the largest weight is on the chain.</summary>
    private const double Full = 65535;

    /// <summary>By alpha held on the subnet.</summary>
    /// <remarks>record.md 1.1: miners scored by tokens held.</remarks>
    public static void ByHolding(Metagraph subnet, Span<double> scores)
    {
        for (var uid = 0; uid < scores.Length; uid++) scores[uid] = subnet.Neurons.ItemRef(uid).Held.Tokens;
    }

    /// <summary>By the TAO for which a miner has sold the subnet's alpha since the last epoch; buys are not set against it.</summary>
    /// <remarks>record.md 1.2: the algorithm of the foundation's public code.</remarks>
    public static void BySales(Metagraph subnet, Span<double> scores)
    {
        for (var uid = 0; uid < scores.Length; uid++) scores[uid] = subnet.Neurons.ItemRef(uid).Sold.Tokens;
    }

    /// <summary>By what the last epoch paid: whoever does so copies the consensus.</summary>
    public static void ByConsensus(Metagraph subnet, Span<double> scores)
    {
        for (var uid = 0; uid < scores.Length; uid++) scores[uid] = subnet.Neurons.ItemRef(uid).IncentiveShare;
    }

    /// <summary>As weights for <paramref name="own"/> to set, the largest at 65535; empty where every score is 0.</summary>
    /// <param name="scores">What lay in them is gone.</param>
    public static ImmutableArray<Link> ToWeights(Span<double> scores, int own)
    {
        if (own < scores.Length) scores[own] = 0;
        var largest = DoubleLanes.Largest(scores);
        if (!(largest > 0)) return [];
        DoubleLanes.Divide(scores, largest);
        DoubleLanes.Scale(scores, Full);
        var count = 0;
        foreach (var score in scores) count += score >= 1 ? 1 : 0;
        var weights = new Link[count];
        for (var (uid, next) = (0, 0); next < count; uid++)
            if (scores[uid] >= 1)
                weights[next++] = new Link((ushort)uid, unchecked((ushort)scores[uid])); // at most 65535
        return ImmutableCollectionsMarshal.AsImmutableArray(weights);
    }
}
