namespace Dtao.Records.Measuring.Capture;

/// <summary>Who gets the emission: the share of it that subnets of a kind have.</summary>
/// <remarks>The kind is the owner's purpose, which the run knows and the chain does not; all kinds and what nobody of the run owns come to 1.</remarks>
public static class KindShare
{
    /// <returns>NaN where nothing is emitted.</returns>
    public static double Of(string kind, KindSample sample) =>
        sample.Emission > 0 ? sample.Subnets.Where(subnet => subnet.Kind == kind).Sum(subnet => subnet.Emission) / sample.Emission : double.NaN;
}
