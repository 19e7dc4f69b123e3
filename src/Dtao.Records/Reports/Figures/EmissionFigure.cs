using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports.Figures;

/// <summary>Who gets the TAO that is injected: the largest subnets, the one looked at, and all others together.</summary>
internal static class EmissionFigure
{
    private const int Largest = 6;

    public static Figure? Of(Chronicle run)
    {
        var market = run.Market;
        int[] samples = [.. Enumerable.Range(0, market.Blocks.Length).Where(at => Total(market, at) > 0)];
        if (samples.Length < 2) return null;
        var shares = market.Subnets.Values.Select(subnet => (subnet.Netuid, Values: samples.Select(at => subnet.Exists(at) ? subnet.Emission[at] / Total(market, at) : 0).ToArray())).ToArray();
        var top = shares.Where(subnet => subnet.Netuid != run.Marks?.Netuid).OrderByDescending(subnet => subnet.Values.Sum()).ThenBy(subnet => subnet.Netuid).Take(Largest).ToArray();
        var own = shares.Where(subnet => subnet.Netuid == run.Marks?.Netuid).ToArray();
        var rest = samples.Select((_, i) => 1 - top.Concat(own).Sum(subnet => subnet.Values[i])).ToArray();
        (string Name, string Style, double[] Values)[] parts =
        [
            .. own.Select(subnet => (Shown.Subnet(subnet.Netuid), Styles.Focus, subnet.Values)),
            .. top.Select((subnet, i) => (Shown.Subnet(subnet.Netuid), Styles.Other(i), subnet.Values)),
            ($"{Shown.Whole(shares.Length - top.Length - own.Length)} others", Styles.Rest, rest),
        ];
        var blocks = samples.Select(at => market.Blocks[at]).ToArray();
        var stack = new StackedArea([.. blocks.Select(block => (double)block)], parts);
        return new Figure(
            "emission",
            "Emission by subnet",
            $"Share of the TAO injected in each sampled block. {(own.Length > 0 ? $"At the foot {parts[0].Name}, the subnet that was taken over; above it the" : "The")} {Shown.Whole(top.Length)} that got most over the run, and all others together.",
            new Chart(
                run.TimeAxis,
                new LinearAxis(0, 1, "0", 100) { Title = "% of the TAO injected" },
                [stack, stack.Names]),
            [.. parts.Select(part => (part.Name, "fill " + part.Style))],
            Moments.Table(run, blocks, parts.Select(part => (part.Name, (Func<int, string>)(at => Shown.Percent(part.Values[at]))))));
    }

    private static double Total(MarketSamples market, int at)
    {
        var sum = 0.0;
        foreach (var subnet in market.Subnets.Values)
            if (subnet.Exists(at))
                sum += subnet.Emission[at];
        return sum;
    }

}
