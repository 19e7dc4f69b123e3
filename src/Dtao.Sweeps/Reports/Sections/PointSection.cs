using System.Collections.Immutable;
using Dtao.Records.Reports;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Reports.Sections;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Reports.Sections;

/// <summary>Every metric at every point, as numbers; at the first points where there are more than a page can hold.</summary>
internal static class PointSection
{
    /// <summary>Rows of all tables together.</summary>
    private const int Most = 2_000;

    public static Section? Of(SweepRecord sweep)
    {
        if (sweep.Metrics.IsEmpty) return null;
        var all = PointMeans.Of(sweep).Take(Math.Max(20, Most / sweep.Metrics.Length)).ToArray();
        return new Section("points", "Metrics by point", Markup.Of(
            $"""
            <p>{(all.Length < sweep.Points.Length ? $"The first {Shown.Whole(all.Length)} of {Shown.Whole(sweep.Points.Length)} points; all are in" : "The same as rows:")} <code>dtao measure sweeps/{sweep.Facts.Name}</code>. Intervals cover the truth in 95 of 100 such sweeps: Wilson's for events, Student's over replicates for others.{(sweep.Stopped > 0 ? " Where a point was given no more runs because it had told enough, they are a little too narrow: what was seen decided when to look no more." : "")}</p>
            {sweep.Metrics.Select(metric => Table(sweep, metric, all))}
            """));
    }

    private static Markup Table(SweepRecord sweep, StudiedMetric metric, PointMeans[] points)
    {
        var table = new DataTable(
            ["point", .. sweep.Factors.Select(factor => factor.Path), "runs that tell", metric.IsEvent ? "probability" : "mean", "95 % interval", "sd of runs"],
            [.. points.Select(point => Row(metric, point.Point, point.Means[metric.Position]))],
            Words: sweep.Factors.Length + 1);
        return Markup.Of($"<details><summary>{metric.Title}</summary>{table.Draw(metric.Meaning)}</details>");
    }

    private static ImmutableArray<string> Row(StudiedMetric metric, PointRow point, SampleMean mean) =>
        [Shown.Whole(point.Number), .. point.Values, Shown.Whole(mean.Count), MetricText.Value(metric, mean.Mean), MetricText.Interval(metric, mean), metric.IsEvent ? "" : MetricText.Value(metric, mean.Deviation)];
}
