using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;

namespace Dtao.Strategies.Validators;

/// <summary>The ways in which validators score the miners of a subnet; each gives a score of 0 or more by uid, of which only the ratios matter.</summary>
public static class Scores
{
    /// <summary>By alpha held on the subnet.</summary>
    /// <remarks>record.md 1.1: miners scored by tokens held.</remarks>
    public static double[] ByHolding(Metagraph subnet) => By(subnet, static (in neuron) => neuron.Held.Tokens);

    /// <summary>By the TAO for which a miner has sold the subnet's alpha since the last epoch; buys are not set against it.</summary>
    /// <remarks>record.md 1.2: the algorithm of the foundation's public code.</remarks>
    public static double[] BySales(Metagraph subnet) => By(subnet, static (in neuron) => neuron.Sold.Tokens);

    /// <summary>By what the last epoch paid: whoever does so copies the consensus.</summary>
    public static double[] ByConsensus(Metagraph subnet) => By(subnet, static (in neuron) => neuron.IncentiveShare);

    /// <summary>As weights for <paramref name="own"/> to set, the largest at 65535; empty where every score is 0.</summary>
    public static ImmutableArray<Link> ToWeights(double[] scores, int own)
    {
        var largest = 0.0;
        for (var uid = 0; uid < scores.Length; uid++)
            if (uid != own)
                largest = Math.Max(largest, scores[uid]);
        if (!(largest > 0)) return [];
        var count = 0;
        for (var uid = 0; uid < scores.Length; uid++)
            if (uid != own && Weight(scores[uid], largest) >= 1)
                count++;
        var weights = new Link[count];
        for (var (uid, next) = (0, 0); uid < scores.Length; uid++)
            if (uid != own && (ushort)Weight(scores[uid], largest) is > 0 and var weight)
                weights[next++] = new Link((ushort)uid, weight);
        return ImmutableCollectionsMarshal.AsImmutableArray(weights);
    }

    private static double Weight(double score, double largest) => 65535 * (score / largest);

    private static double[] By(Metagraph subnet, Measure measure)
    {
        var scores = new double[subnet.Neurons.Length];
        for (var uid = 0; uid < scores.Length; uid++) scores[uid] = measure(subnet.Neurons.ItemRef(uid));
        return scores;
    }

    private delegate double Measure(in NeuronView neuron);
}
