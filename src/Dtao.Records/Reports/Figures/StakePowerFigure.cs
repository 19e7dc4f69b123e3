using System.Collections.Immutable;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Stories;

namespace Dtao.Records.Reports.Figures;

/// <summary>Whether one validator can set the consensus alone: the strongest one's share of the active stake, held against kappa.</summary>
internal static class StakePowerFigure
{
    private const int Named = 3;

    public static Figure? Of(Chronicle run)
    {
        if (run.Focus is not { } focus || StrongestValidator.Of(run.Database, focus) is not { Length: > 1 } epochs) return null;
        var (name, kappa) = (Shown.Subnet(focus), run.Fact("kappa"));
        var line = new Polyline("strongest", Styles.Focus, [.. epochs.Select(epoch => ((double)epoch.Block, epoch.Name is null ? double.NaN : epoch.Share)), (run.Last.Height, epochs[^1].Share)], Holds: true);
        var blocks = epochs.Select(epoch => epoch.Block).ToArray();
        return new Figure(
            "power-of-one",
            $"The strongest validator of {name}, against kappa",
            $"Share of the subnet's active stake that its strongest validator has in each epoch. Above kappa, {Shown.Percent(kappa)}, its weights alone set the consensus. The ribbons say who it is.",
            new Chart(
                run.TimeAxis,
                new LinearAxis(0, 1, "0", 100) { Title = "% of active stake" },
                [line, new Rule(kappa, "kappa"), EndLabels.Of([line])],
                Lanes(epochs, run.Last.Height),
                Height: 300),
            [],
            Moments.Table(run, blocks, [("strongest", at => epochs[at].Name ?? ""), ("share of active stake", at => Shown.Percent(epochs[at].Share)), ("pay that moved", at => Shown.Percent(epochs[at].Moved))]));
    }

    private static RibbonLanes Lanes(ImmutableArray<StrongestValidator> epochs, long last)
    {
        var ends = epochs.Skip(1).Select(epoch => epoch.Block).Append(last).ToArray();
        var reigns = epochs.Select((epoch, i) => (Top: epoch.Name, Ribbon: new Ribbon(epoch.Block, ends[i]))).Where(reign => reign.Top is not null).GroupBy(reign => reign.Top!, reign => reign.Ribbon, StringComparer.Ordinal);
        return new RibbonLanes([.. reigns.OrderByDescending(reign => reign.Count()).ThenBy(reign => reign.Key, StringComparer.Ordinal).Take(Named).Select((reign, i) => new Lane(Shown.Name(reign.Key), "k-top" + (char)('0' + i), [.. reign], Shades: false))]);
    }
}
