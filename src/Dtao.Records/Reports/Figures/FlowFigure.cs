using System.Collections.Immutable;
using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports.Figures;

/// <summary>Who put TAO in and who took it out, by strategy.</summary>
internal static class FlowFigure
{
    private const int Largest = 7;

    public static Figure? InFocus(Chronicle run, FlowSamples flows)
    {
        if (run.Focus is not { } focus) return null;
        var name = Shown.Subnet(focus);
        return Of(run, flows, flows.InFocus, "flows-focus", $"Who put TAO into {name}", $"TAO paid for the alpha of {name} less TAO received for it, since the first block, by strategy. A line that falls is selling; below 0 a strategy took out more than it put in.");
    }

    public static Figure? InAll(Chronicle run, FlowSamples flows) =>
        Of(run, flows, flows.InAll, "flows-all", "Who put TAO into subnets", "The same over all subnets together. What miners, validators and owners are paid in alpha and sell shows as TAO taken out.");

    private static Figure? Of(Chronicle run, FlowSamples flows, double[][] sums, string id, string title, string caption)
    {
        var traded = Enumerable.Range(0, sums.Length).Where(i => sums[i].Any(tao => tao != 0)).OrderByDescending(i => sums[i].Max(Math.Abs)).ThenBy(i => i).ToArray();
        if (traded.Length == 0 || flows.Blocks.Length < 2) return null;
        var largest = traded.Take(Largest).ToArray();
        var lines = largest.Select((strategy, i) => Over(flows, Shown.Name(flows.Names[strategy]), i == 0 ? Styles.Focus : Styles.Other(i - 1), sums[strategy])).ToImmutableArray();
        if (traded.Length > Largest)
            lines = lines.Add(Over(flows, $"{Shown.Whole(traded.Length - Largest)} others", Styles.Rest, [.. flows.Blocks.Select((_, i) => traded.Skip(Largest).Sum(strategy => sums[strategy][i]))]));
        return new Figure(
            id,
            title,
            caption,
            new Chart(
                run.TimeAxis,
                LinearAxis.Around(lines.SelectMany(line => line.Points.Select(point => point.Y)).Append(0)) with { Title = "TAO in less TAO out" },
                [new Rule(0, ""), .. lines.Reverse(), EndLabels.Of(lines)]),
            [.. lines.Select(line => (line.Name, line.Style))],
            Moments.Table(run, flows.Blocks, lines.Select(line => (line.Name + ", TAO", (Func<int, string>)(at => Shown.SignedTao(line.Points[at].Y))))));
    }

    private static Polyline Over(FlowSamples flows, string name, string style, double[] values) => new(name, style, [.. flows.Blocks.Select((block, i) => ((double)block, values[i]))]);
}
