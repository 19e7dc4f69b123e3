using Dtao.Protocol.Units;

namespace Dtao.Records.Measuring.Capture;

/// <summary>What the network's emission buys: the worth of its work to others in a day over the TAO that the chain gives out in a day.</summary>
/// <remarks>1 where each TAO brings about work that is worth a TAO to somebody; the benefit-cost ratio of Dupuit (1844), <i>De la mesure de l'utilité des travaux publics</i>.</remarks>
public static class OutputPerTao
{
    /// <returns>NaN where nothing is emitted, and where no owner ever posted an output.</returns>
    public static double Of(KindSample sample)
    {
        var known = sample.Subnets.Select(subnet => subnet.Output).Where(output => !double.IsNaN(output)).ToArray();
        return known.Length > 0 && sample.Emission > 0 ? known.Sum() / (sample.Emission * Block.PerDay) : double.NaN;
    }
}
