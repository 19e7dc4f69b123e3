using System.Collections.Immutable;
using Dtao.Records.Measuring.Capture;
using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports.Figures;

/// <summary>What the emission buys, and whether prices know it.</summary>
internal static class WorkFigure
{
    public static Figure? Bought(Chronicle run) => Of(
        run, "work", "What the emission buys",
        "Worth to others of a day's work on all subnets, as their owners know it, over the TAO that the chain gives out in a day. At 1 a TAO of emission brings about a TAO's worth of work.",
        "TAO of work for a TAO", [("work for a TAO", OutputPerTao.Of)]);

    public static Figure? Priced(Chronicle run) => Of(
        run, "ranks", "Whether prices follow business",
        "Spearman's correlation, over subnets, of prices with what a subnet earns outside and with the worth of its work to others: 1 where both have the same order, 0 where they have nothing to do with each other.",
        "rank correlation", [("with revenue", PriceRank.AgainstRevenue), ("with work", PriceRank.AgainstOutput)]);

    private static Figure? Of(Chronicle run, string id, string title, string caption, string unit, ImmutableArray<(string Name, Func<KindSample, double> Value)> wanted)
    {
        if (!run.HasKinds) return null;
        long[] blocks = [.. run.Kinds.Select(sample => sample.Block)];
        var lines = wanted.Select((line, i) => new Polyline(
            line.Name, i == 0 ? Styles.Focus : Styles.Other(i - 1), [.. run.Kinds.Select(sample => ((double)sample.Block, line.Value(sample)))])).ToImmutableArray();
        var known = lines.SelectMany(line => line.Points.Select(point => point.Y)).Where(double.IsFinite).ToArray();
        return known.Length < 2 ? null : new Figure(
            id, title, caption,
            new Chart(run.TimeAxis, LinearAxis.Around(known.Append(0)) with { Title = unit }, [new Rule(0, ""), .. lines.Reverse(), EndLabels.Of(lines)], EventLanes.OfRules(run), Height: 300),
            [.. lines.Select(line => (line.Name, line.Style))],
            Moments.Table(run, blocks, lines.Select(line => (line.Name, (Func<int, string>)(at => Shown.Price(line.Points[at].Y))))));
    }
}
