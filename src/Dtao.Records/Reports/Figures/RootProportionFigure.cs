using System.Collections.Immutable;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Statistics;

namespace Dtao.Records.Reports.Figures;

/// <summary>The article's chart: how power over subnets goes from root to their own tokens.</summary>
internal static class RootProportionFigure
{
    public static Figure? Of(Chronicle run)
    {
        var (market, weight) = (run.Market, run.Fact("tao_weight"));
        if (market.Blocks.Length < 2 || double.IsNaN(weight)) return null;
        var root = Bands(market, (subnet, at) => Against(weight * market.RootStaked[at], subnet.AlphaReserve[at] + subnet.AlphaOut[at]));
        var votes = Bands(market, (subnet, at) => Against(weight * market.RootStaked[at], subnet.Staked[at]));
        ImmutableArray<Polyline> lines =
        [
            Over(market, "root", Styles.Focus, root, band => band.Median),
            Over(market, "alpha", Styles.Other(0), root, band => 1 - band.Median),
            Over(market, "root's votes", Styles.Other(3), votes, band => band.Median),
        ];
        return new Figure(
            "root",
            "Root proportion and alpha proportion",
            "Root proportion is w·R ∕ (w·R + alpha in existence), with w the weight of a TAO on root and R the TAO staked there; alpha proportion is the rest. Median over subnets; four in five lie in the band. Root's votes count staked alpha only.",
            new Chart(
                run.TimeAxis,
                new LinearAxis(0, 1, "0", 100) { Title = "%" },
                [new BandArea("band-c0", [.. market.Blocks.Select((block, i) => ((double)block, root[i].Low, root[i].High)).Where(at => !double.IsNaN(at.Low))]), .. lines, EndLabels.Of(lines)], Height: 330),
            [.. lines.Select(line => (line.Name, line.Style))],
            Moments.Table(run, market.Blocks,
            [
                ("root proportion", at => Shown.Percent(root[at].Median)), ("alpha proportion", at => Shown.Percent(1 - root[at].Median)), ("root's share of votes", at => Shown.Percent(votes[at].Median)),
            ]));
    }

    private static Band[] Bands(MarketSamples market, Func<SubnetSamples, int, double> share) => [.. market.Blocks.Select((_, at) => Band.Of(market.At(at, subnet => share(subnet, at))))];

    private static Polyline Over(MarketSamples market, string name, string style, Band[] bands, Func<Band, double> value) =>
        new(name, style, [.. market.Blocks.Select((block, i) => ((double)block, bands[i].Count == 0 ? double.NaN : value(bands[i])))]);

    private static double Against(double root, double alpha) => root / (root + alpha);
}
