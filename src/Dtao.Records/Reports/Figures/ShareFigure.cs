using System.Collections.Immutable;
using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports.Figures;

/// <summary>The loop that the taken-over subnet lives by: its share of all prices, and its share of emission, which follows a moving average of them.</summary>
internal static class ShareFigure
{
    public static Figure? Of(Chronicle run)
    {
        if (run.Marks is null || run.Focus is not { } focus || run.Market.Blocks.Length < 2) return null;
        var (market, own, name) = (run.Market, run.Market.Subnets[focus], Shown.Subnet(focus));
        double[] prices = [.. market.Blocks.Select((_, at) => own.Price[at] / market.At(at, subnet => subnet.Price[at]).Sum())];
        double[] emission = [.. market.Blocks.Select((_, at) => own.Emission[at] / market.At(at, subnet => subnet.Emission[at]).Sum())];
        ImmutableArray<Polyline> lines = [Over(market, "of all prices", Styles.Focus, prices), Over(market, "of emission", Styles.Other(0), emission)];
        return new Figure(
            "share",
            $"What {name} has of the whole",
            $"The price of {name} as a share of the sum of all prices, and the TAO injected into it as a share of all that is injected. Emission follows a moving average of prices, and so comes late.",
            new Chart(
                run.TimeAxis,
                LinearAxis.Around(lines.SelectMany(line => line.Points.Select(point => point.Y)).Append(0), "0.##", 100) with { Title = "%" },
                [.. lines.Reverse(), EndLabels.Of(lines)],
                EventLanes.Of(run, focus),
                Height: 300),
            [.. lines.Select(line => (line.Name, line.Style))],
            Moments.Table(run, market.Blocks, [("of all prices", at => Shown.Percent(prices[at])), ("of emission", at => Shown.Percent(emission[at]))]));
    }

    private static Polyline Over(MarketSamples market, string name, string style, double[] shares) => new(name, style, [.. market.Blocks.Select((block, i) => ((double)block, shares[i]))]);
}
