using MathNet.Numerics.Statistics;

namespace Dtao.Records.Statistics;

/// <summary>A median with the band from the tenth to the ninetieth percentile; over subnets, or over the runs of an ensemble.</summary>
/// <param name="Count">How many values; NaN is none.</param>
/// <remarks>Percentiles between two values lie on the line between them: type 7 of Hyndman and Fan (1996), as the record's figures have them.</remarks>
public readonly record struct Band(double Low, double Median, double High, int Count)
{
    public static Band Of(IEnumerable<double> values)
    {
        var ascending = values.Where(value => !double.IsNaN(value)).Order().ToArray();
        return new Band(Quantile(ascending, 0.1), Quantile(ascending, 0.5), Quantile(ascending, 0.9), ascending.Length);
    }

    private static double Quantile(double[] ascending, double tau) => SortedArrayStatistics.QuantileCustom(ascending, tau, QuantileDefinition.R7);
}
