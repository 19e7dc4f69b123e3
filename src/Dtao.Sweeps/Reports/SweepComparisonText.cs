using System.Collections.Immutable;
using Dtao.Records.Reports;
using Dtao.Records.Validation;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Reports;

/// <summary>A comparison of two sweeps in sentences and tables.</summary>
public static class SweepComparisonText
{
    private const int MostRows = 2_000;

    public static string Verdict(SweepComparison of) => of.IsSame
        ? $"All {Shown.Whole(of.Pairs)} runs came to the same, at {Shown.Whole(of.Points)} points."
        : $"{Shown.Whole(of.Pairs)} runs at {Shown.Whole(of.Points)} points are done in both with the same seed; {Shown.Whole(of.Parted)} of them ended in another state{(of.Alone > 0 ? $", {Shown.Whole(of.Alone)} others are done in one alone" : "")}. "
            + $"{Shown.Whole(of.ByPoint.Count(row => row.IsClear))} of {Shown.Whole(of.ByPoint.Length)} differences by point leave out 0; about one in twenty would by chance.";

    public static ImmutableArray<CompareTable> Tables(SweepRecord a, SweepRecord b, SweepComparison of) =>
    [
        new CompareTable("Plans", "What the two sweeps say of themselves.", ["what", "A", "B"], [.. Facts(a).Zip(Facts(b)).Where(pair => pair.First.Value != pair.Second.Value).Select(pair => (ImmutableArray<string>)[pair.First.Name, pair.First.Value, pair.Second.Value])], 3),
        new CompareTable(
            "Metrics over all points", "Means over pairs of runs with the same point and seed, and the mean difference with its 95 % interval over seeds.", ["metric", "A", "B", "B less A", "95 % interval", "pairs"],
            [.. of.Overall.Where(row => row.Difference.Count > 0).Select(row => (ImmutableArray<string>)[row.Metric.Title, .. Cells(row)])], 1),
        new CompareTable(
            of.ByPoint.Length > MostRows ? $"Metrics by point, the first {Shown.Whole(MostRows)} rows" : "Metrics by point", "A star: the interval leaves out 0. For events Agresti and Min's interval for pairs, for others Student's.",
            [.. a.Factors.Select(factor => factor.Path), "metric", "A", "B", "B less A", "95 % interval", "pairs", ""],
            [.. of.ByPoint.Where(row => row.Difference.Count > 0).Take(MostRows).Select(row => (ImmutableArray<string>)[.. row.Point!.Values, row.Metric.Title, .. Cells(row), row.IsClear ? "*" : ""])], a.Factors.Length + 1),
    ];

    private static IEnumerable<(string Name, string Value)> Facts(SweepRecord sweep) =>
    [
        ("base", sweep.Facts.Base), ("version", sweep.Facts.Version), ("commit", sweep.Facts.Commit), ("plan hash", sweep.Facts.PlanHash), ("design", sweep.Facts.Design), ("replicates", Shown.Whole(sweep.Facts.Replicates)),
        ("seed", sweep.Facts.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("metrics", string.Join(", ", sweep.Metrics.Select(metric => metric.Name))),
    ];

    private static string[] Cells(SweepDifference row)
    {
        var plain = row.Metric.Unit == MeasureUnit.Times ? row.Metric with { Unit = MeasureUnit.Number } : row.Metric; // a difference of multiples is no multiple
        return [MetricText.Value(row.Metric, row.MeanA), MetricText.Value(row.Metric, row.MeanB), MetricText.Value(plain, row.Difference.Mean), MetricText.Interval(plain, row.Difference), Shown.Whole(row.Difference.Count)];
    }
}
