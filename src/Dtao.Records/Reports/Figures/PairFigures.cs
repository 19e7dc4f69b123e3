using System.Collections.Immutable;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Statistics;

namespace Dtao.Records.Reports.Figures;

/// <summary>Two runs in one picture each, on one axis of days since their first blocks.</summary>
internal static class PairFigures
{
    public static IEnumerable<Figure?> Of(Chronicle a, Chronicle b)
    {
        yield return Pair(a, b, "pair-focus", "The subnet to which most happened", "Spot price of the subnet that was taken over, or of that in which most TAO saw its price move farthest.", "TAO per alpha, log scale", FocusOf, Prices, LogAxis.Around);
        yield return Pair(a, b, "pair-sum", "Sum of all prices", "Over all subnets.", "TAO per alpha, log scale", run => "", run => Over(run, at => run.Market.At(at, subnet => subnet.Price[at]).Sum()), LogAxis.Around);
        yield return Pair(a, b, "pair-root", "Root proportion", "Median over subnets of w·R ∕ (w·R + alpha in existence).", "%", run => "", Root, values => LinearAxis.Around(values.Append(0), "0", 100));
        yield return Pair(a, b, "pair-staked", "TAO in pools", "Over all subnets.", "TAO", run => "", run => Over(run, at => run.Market.At(at, subnet => subnet.TaoReserve[at]).Sum()), values => LinearAxis.Around(values.Append(0)));
    }

    private static Figure? Pair(
        Chronicle a, Chronicle b, string id, string title, string caption, string unit, Func<Chronicle, string> what, Func<Chronicle, ImmutableArray<(double X, double Y)>> values, Func<IEnumerable<double>, Axis> axis)
    {
        ImmutableArray<Polyline> lines = [new Polyline(("A " + what(a)).Trim(), Styles.Focus, values(a)), new Polyline(("B " + what(b)).Trim(), Styles.Other(1), Shifted(values(b), a.First.Height - b.First.Height))];
        if (lines.Any(line => line.Points.Count < 2)) return null;
        var longer = a.Last - a.First >= b.Last - b.First ? a : b;
        return new Figure(
            id, title, caption,
            new Chart(
                a.TimeAxis with { To = a.First.Height + (longer.Last - longer.First) },
                axis(lines.SelectMany(line => line.Points.Select(point => point.Y))) with { Title = unit },
                [.. lines, EndLabels.Of(lines)],
                Height: 300),
            [.. lines.Select(line => (line.Name, line.Style))],
            Table(a, lines));
    }

    private static DataTable Table(Chronicle run, ImmutableArray<Polyline> lines) => new(
        ["day", .. lines.Select(line => line.Name)],
        [
            .. Moments.Of(run.Market.Blocks.Length).Select(at => run.Market.Blocks[at])
                .Select(block => (ImmutableArray<string>)[Shown.Day(run.DayOf(block)), .. lines.Select(line => Shown.Price(line.Points.LastOrDefault(point => point.X <= block, (0, double.NaN)).Y))]),
        ]);

    private static string FocusOf(Chronicle run) => run.Focus is { } focus ? Shown.Subnet(focus) : "";

    private static ImmutableArray<(double X, double Y)> Prices(Chronicle run) => run.Focus is { } focus ? Over(run, at => run.Market.Subnets[focus].Price[at]) : [];

    private static ImmutableArray<(double X, double Y)> Root(Chronicle run)
    {
        var weight = run.Fact("tao_weight");
        return Over(run, at => Band.Of(run.Market.At(at, subnet => weight * run.Market.RootStaked[at] / (weight * run.Market.RootStaked[at] + subnet.AlphaReserve[at] + subnet.AlphaOut[at]))).Median);
    }

    /// <summary>From the second sample on: at the opening of a launch every pool says 1 TAO.</summary>
    private static ImmutableArray<(double X, double Y)> Over(Chronicle run, Func<int, double> value) => [.. run.Market.Blocks.Select((block, at) => ((double)block, value(at))).Skip(1)];

    private static ImmutableArray<(double X, double Y)> Shifted(ImmutableArray<(double X, double Y)> points, long by) => [.. points.Select(point => (point.X + by, point.Y))];
}
