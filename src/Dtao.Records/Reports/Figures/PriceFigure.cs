using System.Collections.Immutable;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Statistics;

namespace Dtao.Records.Reports.Figures;

/// <summary>Prices of the subnets to which most happened, before the band in which most others lie.</summary>
internal static class PriceFigure
{
    public static Figure? Of(Chronicle run)
    {
        if (run.Focus is not { } focus || run.Market.Blocks.Length < 2) return null;
        var shown = run.Eventful.Take(Chronicle.Followed).ToArray();
        var lines = shown.Select((netuid, i) => new Polyline(Shown.Subnet(netuid), i == 0 ? Styles.Focus : Styles.Other(i - 1), Prices(run, netuid), Holds: true)).ToImmutableArray();
        var band = run.Market.Blocks.Select((block, i) => (Block: block, Band: Band.Of(run.Market.At(i, subnet => subnet.Price[i]).Where(price => price > 0)))).Where(at => at.Band.Count > 0).ToArray();
        var chart = new Chart(
            run.TimeAxis,
            LogAxis.Around(lines.SelectMany(line => line.Points.Select(point => point.Y)).Concat(band.Select(at => at.Band.Low)).Concat(band.Select(at => at.Band.High))) with { Title = "TAO per alpha, log scale" },
            [new BandArea("band-all", [.. band.Select(at => ((double)at.Block, at.Band.Low, at.Band.High))]), .. lines.Reverse(), EndLabels.Of(lines)],
            EventLanes.Of(run, focus));
        return new Figure(
            "prices",
            "Prices",
            $"Spot price of the {lines.Length} subnets to which most happened; four subnets in five lie in the grey band. The ribbons above tell of {lines[0].Name}. Of all prices within a pixel's width the highest and the lowest are drawn.",
            chart,
            [.. lines.Select(line => (line.Name, line.Style))],
            Moments.Table(run, run.Market.Blocks, shown.Select(netuid => (Shown.Subnet(netuid) + ", TAO/alpha", (Func<int, string>)(at => Shown.Price(run.Market.Subnets[netuid].Price[at]))))));
    }

    /// <summary>Every notable change; by the sample where none was kept.</summary>
    private static IReadOnlyList<(double X, double Y)> Prices(Chronicle run, int netuid) => run.Prices.Of(netuid) is { Count: > 1 } fine
        ? [.. fine.Seen().Where(seen => seen.Price > 0).Select(seen => ((double)seen.Block, seen.Price)), (run.Last.Height, fine.At(run.Last))]
        : [.. run.Market.Blocks.Select((block, i) => ((double)block, run.Market.Subnets[netuid].Price[i]))];
}
