using System.Collections.Immutable;

namespace Dtao.Sweeps.Analysis;

/// <summary>How a metric goes with one factor, over whatever the others were.</summary>
public sealed record MainEffect(StudiedMetric Metric, StudiedFactor Factor, ImmutableArray<(FactorGroup Group, SampleMean Mean)> Values)
{
    public static MainEffect Of(SweepRecord sweep, StudiedMetric metric, StudiedFactor factor) => new(metric, factor, Means(sweep, metric, FactorGroup.Of(sweep, factor)));

    private static ImmutableArray<(FactorGroup, SampleMean)> Means(SweepRecord sweep, StudiedMetric metric, ImmutableArray<FactorGroup> groups) =>
        [.. groups.Zip(SampleMean.Of(groups.Select(group => new SeededValues(sweep.Done.Where(run => group.Points.Contains(run.Point)).Select(run => (run.Values[metric.Position], run.Seed)))), metric.IsEvent))];
}
