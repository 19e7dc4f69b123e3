using System.Collections.Immutable;

namespace Dtao.Sweeps.Analysis;

/// <summary>Two sweeps over the same settings, held against each other where points and seeds agree.</summary>
/// <param name="Points">In both.</param>
/// <param name="Pairs">Runs of one point and seed that are done in both.</param>
/// <param name="Parted">Of those, how many ended in another state.</param>
/// <param name="Alone">Runs that only one of the two has, or has done.</param>
/// <param name="Overall">Every metric that both have, over all pairs.</param>
/// <param name="ByPoint">The same at each point, point after point.</param>
/// <param name="IsSame">Whether every run is in both and came to the same.</param>
public sealed record SweepComparison(int Points, int Pairs, int Parted, int Alone, ImmutableArray<SweepDifference> Overall, ImmutableArray<SweepDifference> ByPoint, bool IsSame)
{
    /// <exception cref="WrongDesign">They vary other settings, or no run of one is in the other.</exception>
    public static SweepComparison Of(SweepRecord a, SweepRecord b)
    {
        if (!a.Factors.Select(factor => factor.Path).Order(StringComparer.Ordinal).SequenceEqual(b.Factors.Select(factor => factor.Path).Order(StringComparer.Ordinal), StringComparer.Ordinal))
            throw new WrongDesign($"The two vary different settings: {Paths(a)} and {Paths(b)}.");
        var (runsA, runsB) = (ByPointAndSeed(a, a), ByPointAndSeed(b, a));
        var pairs = a.Runs.Select(run => (Key: KeyOf(a, a, run), A: run)).Where(run => run.A.Failure is null && runsB.TryGetValue(run.Key, out var other) && other.Failure is null).Select(run => new RunPair(run.Key.Point, run.A, runsB[run.Key])).ToArray();
        if (pairs.Length == 0) throw new WrongDesign("No point and seed is done in both: nothing can be compared run by run.");
        var alone = runsA.Count + runsB.Count - 2 * pairs.Length - 2 * runsA.Count(run => run.Value.Failure is not null && runsB.TryGetValue(run.Key, out var other) && other.Failure == run.Value.Failure);
        var parted = pairs.Count(pair => pair.A.StateHash != pair.B.StateHash);
        var metrics = a.Metrics.Where(metric => b.Metric(metric.Name) is not null).Select(metric => (A: metric, B: b.Metric(metric.Name)!)).ToArray();
        var byPoint = pairs.GroupBy(pair => pair.Point, StringComparer.Ordinal).ToArray();
        return new SweepComparison(
            byPoint.Length, pairs.Length, parted, alone,
            [.. metrics.Select(metric => SweepDifference.Of(metric.A, metric.B, null, pairs))],
            [.. from point in byPoint from metric in metrics select SweepDifference.Of(metric.A, metric.B, a.ByNumber[point.First().A.Point], [.. point])],
            IsSame: alone == 0 && parted == 0 && metrics.Length == a.Metrics.Length && metrics.Length == b.Metrics.Length && pairs.All(pair => metrics.All(metric => pair.A.Values[metric.A.Position].Equals(pair.B.Values[metric.B.Position]))));
    }

    private static string Paths(SweepRecord sweep) => sweep.Factors.IsEmpty ? "nothing" : string.Join(", ", sweep.Factors.Select(factor => factor.Path));

    private static Dictionary<(string Point, long Seed), RunRecord> ByPointAndSeed(SweepRecord sweep, SweepRecord order)
    {
        var runs = new Dictionary<(string, long), RunRecord>();
        foreach (var run in sweep.Runs) runs.TryAdd(KeyOf(sweep, order, run), run);
        return runs;
    }

    /// <summary>A point by its values, in the order that one of the two has its factors in.</summary>
    private static (string Point, long Seed) KeyOf(SweepRecord sweep, SweepRecord order, RunRecord run)
    {
        var values = sweep.ByNumber[run.Point].Values;
        return (string.Join('\n', order.Factors.Select(factor => values[sweep.Factor(factor.Path)!.Position])), run.Seed);
    }
}

/// <param name="Point">By its values.</param>
public sealed record RunPair(string Point, RunRecord A, RunRecord B);
