using System.Collections.Immutable;
using Dtao.Records.Reading;
using Dtao.Sweeps.Database;
using Dtao.Sweeps.Episodes;
using Dtao.Sweeps.Metrics;

namespace Dtao.Sweeps.Comparing;

/// <summary>Runs without some settings and with them, pair by pair: both runs of a pair have the same seed.</summary>
/// <param name="Pairs">Of which both runs are done.</param>
/// <param name="Same">Of these, pairs that ended in the same state.</param>
public sealed record WhatIf(int Pairs, int Same, ImmutableArray<MetricDifference> Metrics)
{
    /// <summary>The points of a sweep that asks such a question.</summary>
    public const int Without = 1, With = 2;

    /// <summary>Whether the settings change nothing at all.</summary>
    public bool ChangesNothing => Pairs > 0 && Same == Pairs;

    /// <summary>The first metric that some pair can tell; null where none is.</summary>
    public MetricDifference? Chief => Metrics.FirstOrDefault(metric => metric.Difference.Count > 0);

    /// <param name="path">Of a sweep's database, whose points are the two.</param>
    public static WhatIf Of(string path, MetricSet metrics)
    {
        using var sweep = ReadOnlyDatabase.Open(path);
        var columns = string.Concat(metrics.Metrics.Select(metric => $", {SweepSchema.Quoted(metric.Name)}"));
        var runs = sweep.Ask(
            $"SELECT replicate, point, state_hash{columns} FROM runs WHERE state = 'done' ORDER BY replicate, point",
            row => (Replicate: row.GetInt32(0), Point: row.GetInt32(1), Hash: row.GetString(2), Values: metrics.Metrics.Select((_, at) => row.IsDBNull(at + 3) ? double.NaN : row.GetDouble(at + 3)).ToArray()));
        var pairs = runs.GroupBy(run => run.Replicate, (_, pair) => pair.ToArray()).Where(pair => pair is [{ Point: Without }, { Point: With }]).ToArray();
        var same = pairs.Count(pair => pair[0].Hash == pair[1].Hash);
        var differences = metrics.Metrics.Select((metric, at) => MetricDifference.Of(metric, [.. pairs.Select(pair => new Pair(pair[0].Values[at], pair[1].Values[at]))]));
        return new WhatIf(pairs.Length, same, [.. same == pairs.Length ? differences.Select(metric => metric.AsNone) : differences]);
    }
}

/// <summary>A metric of two runs with one seed; NaN is nothing.</summary>
public readonly record struct Pair(double Without, double With)
{
    public double Difference => With - Without;
}

/// <summary>A metric without some settings and with them: medians of values, shares of events.</summary>
/// <param name="Difference">With less without, over the pairs of which both can tell.</param>
public sealed record MetricDifference(Metric Metric, ImmutableArray<Pair> Pairs, Interval Without, Interval With, Interval Difference)
{
    /// <summary>Of fewer pairs all lie on one side of 0 by chance more often than one time in ten: 2 ÷ 2⁴.</summary>
    public const int LeastPairs = 5;

    /// <summary>Whether the interval of the difference leaves 0 out, and there are enough pairs for that to mean something.</summary>
    public bool IsBeyondChance => Difference.Count >= LeastPairs && (Difference.Low > 0 || Difference.High < 0);

    /// <summary>The same where it is known that nothing differs, and not only that no difference was seen.</summary>
    internal MetricDifference AsNone => Difference.Count == 0 ? this : this with { Difference = new Interval(0, 0, 0, Difference.Count) };

    public static MetricDifference Of(Metric metric, ImmutableArray<Pair> pairs) => metric.IsEvent
        ? new(metric, pairs, ShareOf(pairs.Select(pair => pair.Without)), ShareOf(pairs.Select(pair => pair.With)), DifferenceOfShares.Of(pairs))
        : new(metric, pairs, Bootstrap.Median(pairs.Select(pair => pair.Without)), Bootstrap.Median(pairs.Select(pair => pair.With)), Bootstrap.Median(pairs.Select(pair => pair.Difference)));

    private static Interval ShareOf(IEnumerable<double> events) =>
        Odds.Among(events.Select(happened => double.IsNaN(happened) ? (bool?)null : happened == 1)) is { Of: > 0 } odds
            ? new Interval(odds.Low, odds.Share, odds.High, odds.Of)
            : new Interval(double.NaN, double.NaN, double.NaN, 0);
}
