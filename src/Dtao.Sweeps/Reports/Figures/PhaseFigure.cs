using System.Collections.Immutable;
using Dtao.Records.Reports;
using Dtao.Records.Reports.Drawing;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Reports.Figures;

/// <summary>A phase diagram with its neighbours, and their numbers.</summary>
internal static class PhaseFigure
{
    public static Figure Of(SweepRecord sweep, PhaseSet set, int number)
    {
        var first = set.Diagrams[0];
        return new Figure(
            FormattableString.Invariant($"phase-{number}"),
            $"{first.Event.Title} by {first.X.Name} and {first.Y.Name}",
            Caption(sweep, set),
            new PhaseDrawing(set),
            [],
            new DataTable(
                [first.Y.Path, first.X.Path, .. set.Diagrams.SelectMany(diagram => new[] { diagram.Event.Title, "95 % interval", "hits", "runs that tell" }), "runs"],
                [.. first.Cells.Select(cell => Row(set, cell))],
                Words: 2));
    }

    private static ImmutableArray<string> Row(PhaseSet set, PhaseCell cell)
    {
        var first = set.Diagrams[0];
        return
        [
            first.Y.Levels[cell.Y], first.X.Levels[cell.X],
            .. set.Diagrams.Select(diagram => diagram[cell.X, cell.Y]).SelectMany(of => new[] { Shown.Percent(of.Odds.Mean), of.Odds.Count == 0 ? "" : $"{Shown.Percent(of.Odds.Low)} to {Shown.Percent(of.Odds.High)}", Shown.Whole(of.Hits), Shown.Whole(of.Odds.Count) + (of.Counts ? "" : " (few)") }),
            Shown.Whole(cell.Runs),
        ];
    }

    private static string Caption(SweepRecord sweep, PhaseSet set)
    {
        var first = set.Diagrams[0];
        var meanings = string.Join(" ", set.Diagrams.Select(diagram => $"{diagram.Event.Title}: {MetricText.Meaning(diagram.Event)}"));
        var others = sweep.Factors.Where(factor => factor != first.X && factor != first.Y).Select(factor => factor.Path).ToArray();
        return $"{meanings} In each cell the share of runs in percent and, where there is room, Wilson's 95 % interval and hits of the runs that tell; the table has all of it. "
            + $"Hatched: fewer than {Shown.Whole(PhaseCell.Least)} runs tell. "
            + (set.Diagrams.Any(diagram => !diagram.Half.IsEmpty) ? "Line: where the share is one half, on straight lines between the centres of cells that are not hatched. " : "")
            + (others.Length > 0 ? $"Over all values of {string.Join(", ", others)}; runs that share a seed count for less in the interval. " : "")
            + "Values stand in the order of the plan, equally far apart.";
    }
}
