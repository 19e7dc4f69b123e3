using System.Collections.Immutable;

namespace Dtao.Sweeps.Analysis;

/// <summary>Every metric's mean at a point, over its replicates.</summary>
/// <param name="Means">By the metric's position.</param>
public sealed record PointMeans(PointRow Point, ImmutableArray<SampleMean> Means)
{
    /// <summary>Point after point, also those of which no run has ended.</summary>
    public static IEnumerable<PointMeans> Of(SweepRecord sweep)
    {
        var runs = sweep.Done.ToLookup(run => run.Point);
        return sweep.Points.Select(point => new PointMeans(point, [.. sweep.Metrics.Select(metric => SampleMean.Of(runs[point.Number].Select(run => (run.Values[metric.Position], run.Seed)), metric.IsEvent))]));
    }
}
