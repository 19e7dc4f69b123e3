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
        return sweep.Points.Select(point => new PointMeans(point, [.. sweep.Metrics.Select(metric => Of(metric, runs[point.Number]))]));
    }

    /// <summary>At a point every replicate has a seed of its own.</summary>
    private static SampleMean Of(StudiedMetric metric, IEnumerable<RunRecord> runs)
    {
        var values = SeededValues.Independent(runs.Select(run => run.Values[metric.Position]));
        return metric.IsEvent ? SampleMean.OfEvent(values) : SampleMean.OfFigure(values);
    }
}
