using System.Collections.Immutable;

namespace Dtao.Sweeps.Analysis;

/// <summary>By how much every metric at a point differs from another point's, seed by seed: what the seed's luck does to both is not in it.</summary>
/// <param name="Differences">By the metric's position, with Student's interval of the mean difference; an event's is a difference of probabilities, with that of paired shares.</param>
/// <param name="Pairs">Of runs with one seed.</param>
public sealed record PairedMeans(PointRow Point, ImmutableArray<SampleMean> Differences, int Pairs)
{
    /// <summary>Point after point, all but <paramref name="base"/>.</summary>
    public static IEnumerable<PairedMeans> Of(SweepRecord sweep, PointRow @base)
    {
        var runs = sweep.Done.ToLookup(run => run.Point);
        var before = runs[@base.Number].ToDictionary(run => run.Replicate);
        return from point in sweep.Points
               where point != @base
               let pairs = runs[point.Number].Where(run => before.TryGetValue(run.Replicate, out var same) && same.Seed == run.Seed).Select(run => (Without: before[run.Replicate], With: run)).ToArray()
               select new PairedMeans(point, [.. sweep.Metrics.Select(metric => MeanOf(metric, pairs))], pairs.Length);
    }

    private static SampleMean MeanOf(StudiedMetric metric, IEnumerable<(RunRecord Without, RunRecord With)> pairs)
    {
        var differences = pairs.Select(pair => (pair.With.Values[metric.Position] - pair.Without.Values[metric.Position], pair.With.Seed));
        return metric.IsEvent ? PairedShare.Of(differences) : SampleMean.OfFigure(new SeededValues(differences));
    }
}
