using Dtao.Protocol.Units;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Validation;

namespace Dtao.Records.Reports.Figures;

/// <summary>The taken-over subnet's price around the turn, which is what the foundation says, or the peak where it says nothing: a fall of hours is a stroke in a picture of weeks.</summary>
internal static class PeakFigure
{
    private const long Before = Block.PerDay / 2, LongBefore = 3 * Block.PerDay / 2, After = Block.PerDay;

    public static Figure? Of(Chronicle run)
    {
        if (run.Marks is not { } marks || run.Prices.Of(marks.Netuid) is not { } prices) return null;
        var episode = new Episode(prices, marks, run.Last);
        var turn = marks.Announcement ?? episode.Peak;
        var first = Later(run.First, Later(episode.Peak + -Before, turn + -LongBefore));
        var last = Earlier(run.Last, turn + After);
        if (last - first < 100) return null;
        var name = Shown.Subnet(marks.Netuid);
        var line = new Polyline(name, Styles.Focus, [(first.Height, prices.At(first)), .. prices.Seen().Where(seen => seen.Block > first.Height && seen.Block <= last.Height).Select(seen => ((double)seen.Block, seen.Price)), (last.Height, prices.At(last))], Holds: true);
        var blocks = Enumerable.Range(0, 13).Select(i => first.Height + i * (last - first) / 12).ToArray();
        return new Figure(
            "peak",
            $"{name}, hour by hour",
            $"Spot price of {name}, looked at every two minutes, until a day after {(marks.Announcement is null ? "its peak" : "the foundation spoke")}.",
            new Chart(
                run.TimeAxis with { From = first.Height, To = last.Height },
                LogAxis.Around(line.Points.Select(point => point.Y)).WithHeadroom(0.22) with { Title = "TAO per alpha, log scale" },
                [line, .. Marks(episode)], Height: 320),
            [],
            Moments.Table(run, blocks, [($"{name}, TAO/alpha", at => Shown.Price(prices.At(new Block(blocks[at]))))]));
    }

    private static IEnumerable<ILayer> Marks(Episode episode)
    {
        yield return new Mark(episode.Peak.Height, "peak");
        if (episode.Marks.Announcement is { } said) yield return new Mark(said.Height, "foundation speaks", Row: 1);
        yield return new Mark(episode.Trough.Height, "low", Row: 2);
    }

    private static Block Earlier(Block one, Block other) => one < other ? one : other;

    private static Block Later(Block one, Block other) => one > other ? one : other;
}
