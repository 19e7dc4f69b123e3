using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace Dtao.Sweeps.Analysis;

/// <summary>A series of many runs as bands: at each moment the values below which 5, 25, 50, 75 and 95 of 100 runs are.</summary>
/// <param name="Runs">That have the series.</param>
public sealed record Fan(int Runs, ImmutableArray<FanMoment> Moments)
{
    /// <param name="only">Points whose runs count; null for all.</param>
    public static Fan Of(SweepSeries series, IReadOnlySet<int>? only = null)
    {
        var chosen = series.Runs.Where(run => only?.Contains(run.Point) ?? true).ToArray();
        return new Fan(chosen.Length, [.. series.Blocks.Select((block, at) => FanMoment.Of(block, chosen.Select(run => run.Values[at]))).Where(moment => moment.Count > 0)]);
    }
}

/// <param name="Block">Since genesis.</param>
/// <param name="Count">Runs that have a value then.</param>
/// <remarks>Between two values percentiles lie on the line between them: type 7 of Hyndman and Fan (1996).</remarks>
public readonly record struct FanMoment(long Block, int Count, double P5, double P25, double P50, double P75, double P95)
{
    public static FanMoment Of(long block, IEnumerable<double> values)
    {
        var ascending = values.Where(value => !double.IsNaN(value)).Order().ToArray();
        return new FanMoment(block, ascending.Length, At(0.05), At(0.25), At(0.5), At(0.75), At(0.95));

        double At(double tau) => SortedArrayStatistics.QuantileCustom(ascending, tau, QuantileDefinition.R7);
    }
}
