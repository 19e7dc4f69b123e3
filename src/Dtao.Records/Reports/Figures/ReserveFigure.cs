using System.Collections.Immutable;
using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports.Figures;

/// <summary>What lies in and around the pool of the subnet that the report looks at.</summary>
internal static class ReserveFigure
{
    public static Figure? Of(Chronicle run)
    {
        if (run.Focus is not { } focus || run.Market.Blocks.Length < 2) return null;
        var (subnet, name) = (run.Market.Subnets[focus], Shown.Subnet(focus));
        ImmutableArray<Polyline> lines =
        [
            Over(run, "TAO in the pool", Styles.Focus, subnet.TaoReserve),
            Over(run, "alpha in the pool", Styles.Other(0), subnet.AlphaReserve),
            Over(run, "alpha outside", Styles.Other(1), subnet.AlphaOut),
        ];
        return new Figure(
            "reserves",
            $"Reserves of {name}",
            "The price is TAO in the pool over alpha in the pool. Alpha outside is what stakers, validators, miners and the owner hold.",
            new Chart(
                run.TimeAxis,
                LogAxis.Around(lines.SelectMany(line => line.Points.Select(point => point.Y))) with { Title = "TAO, alpha; log scale" },
                [.. lines, EndLabels.Of(lines)],
                EventLanes.Of(run, focus), Height: 330),
            [.. lines.Select(line => (line.Name, line.Style))],
            Moments.Table(run, run.Market.Blocks,
            [
                ("TAO in the pool", at => Shown.Tao(subnet.TaoReserve[at])), ("alpha in the pool", at => Shown.Tao(subnet.AlphaReserve[at])), ("alpha outside", at => Shown.Tao(subnet.AlphaOut[at])),
            ]));
    }

    private static Polyline Over(Chronicle run, string name, string style, double[] values) =>
        new(name, style, [.. run.Market.Blocks.Select((block, i) => ((double)block, values[i] > 0 ? values[i] : double.NaN))]);
}
