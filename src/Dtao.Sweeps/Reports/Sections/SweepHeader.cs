using Dtao.Records.Reports;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Reports.Sections;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Reports.Sections;

/// <summary>What the sweep asks, of what, how far it has come, and how to have it again.</summary>
internal static class SweepHeader
{
    public static Markup Of(SweepRecord sweep, IEnumerable<Section> contents) => Markup.Of(
        $"""
        <header>
        <p class="kicker">Sweep report</p>
        <h1>{sweep.Facts.Name}</h1>
        {(sweep.Facts.Question.Length == 0 ? Markup.None : Markup.Of($"<p><strong>{sweep.Facts.Question}</strong></p>"))}
        <p class="facts">Varies {Path.GetFileNameWithoutExtension(sweep.Facts.Base)}: {SweepText.Design(sweep)} · {SweepText.Seeds(sweep)}</p>
        {Notice(sweep)}
        <dl class="tiles">{Tiles(sweep).Select(tile => Markup.Of($"<div><dt>{tile.Name}</dt><dd>{tile.Value}<small>{tile.Note}</small></dd></div>"))}</dl>
        <nav aria-label="Contents">{contents.Select(section => Markup.Of($"""<a href="#{section.Id}">{section.Title}</a>"""))}</nav>
        </header>
        """);

    private static IEnumerable<(string Name, string Value, string Note)> Tiles(SweepRecord sweep)
    {
        yield return ("Runs done", Shown.Whole(sweep.Done.Length), $"of {Shown.Whole(sweep.Facts.Runs)} planned");
        yield return ("Runs failed", Shown.Whole(sweep.Failed.Length), sweep.Failed.IsEmpty ? "" : string.Join(", ", sweep.Failed.CountBy(run => run.Failure!.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Key} {Shown.Whole(kind.Value)}")));
        yield return ("Points", Shown.Whole(sweep.Points.Length), Grid(sweep));
        yield return ("Replicates", Shown.Whole(sweep.Facts.Replicates), sweep.Stopped > 0 ? $"fewer at {Shown.Whole(sweep.Stopped)} points that needed no more" : "a point");
        yield return ("Metrics", Shown.Whole(sweep.Metrics.Length), $"{Shown.Whole(sweep.Metrics.Count(metric => metric.IsEvent))} of them events");
    }

    private static string Grid(SweepRecord sweep)
    {
        var sampled = sweep.Factors.Count(factor => factor.IsSampled);
        var scanned = sweep.Factors.Where(factor => !factor.IsSampled).Select(factor => Shown.Whole(factor.Levels.Length));
        return string.Join(" × ", sampled == 0 ? scanned : scanned.Append($"{Shown.Whole(sampled)} settings sampled"));
    }

    private static Markup Notice(SweepRecord sweep) => SweepText.Partial(sweep) is not { } words ? Markup.None : Markup.Of($"""<p class="notice" role="note"><strong>This sweep is PARTIAL.</strong> {words}</p>""");
}
