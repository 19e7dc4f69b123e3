using System.Globalization;
using Dtao.Records.Reports;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Reports;

/// <summary>A sweep in some lines.</summary>
public static class SweepSummary
{
    public static string Of(SweepRecord sweep) => string.Join('\n', Lines(sweep));

    /// <summary>What is missing; null where nothing is.</summary>
    public static string? Partial(SweepRecord sweep) => SweepText.Partial(sweep);

    private static IEnumerable<string> Lines(SweepRecord sweep)
    {
        if (sweep.Facts.Question.Length > 0) yield return sweep.Facts.Question;
        yield return $"{sweep.Facts.Name}: {Shown.Whole(sweep.Done.Length)} of {Shown.Whole(sweep.Facts.Runs)} runs done, {Shown.Whole(sweep.Failed.Length)} failed; {Shown.Whole(sweep.Points.Length)} points: {SweepText.Design(sweep)}.";
        if (SweepText.Partial(sweep) is { } partial) yield return $"PARTIAL: {partial}";
        foreach (var metric in sweep.Metrics) yield return Line(metric, sweep);
    }

    private static string Line(StudiedMetric metric, SweepRecord sweep)
    {
        var points = PointMeans.Of(sweep).Select(point => (point.Point, Mean: point.Means[metric.Position])).Where(point => point.Mean.Count > 0).ToArray();
        if (points.Length == 0) return $"  {metric.Title}: no run tells.";
        var (low, high) = (points.MinBy(point => point.Mean.Mean), points.MaxBy(point => point.Mean.Mean));
        var told = points.Sum(point => point.Mean.Count);
        return string.Create(CultureInfo.InvariantCulture, $"  {metric.Title}: from {MetricText.Value(metric, low.Mean.Mean)} at point {low.Point.Number} to {MetricText.Value(metric, high.Mean.Mean)} at point {high.Point.Number}; {told} runs tell.");
    }
}
