namespace Dtao.Records.Reports.Drawing;

/// <summary>Something that lasted.</summary>
internal sealed record Ribbon(double From, double To);

/// <summary>All of one kind, in a lane above the plot and as a shade within it.</summary>
/// <param name="Shades">Whether the plot is shaded too; what happens all the time shades nothing.</param>
internal sealed record Lane(string Name, string Style, IReadOnlyList<Ribbon> Ribbons, bool Shades);

/// <summary>Lanes of ribbons above a plot, one a kind, so that nothing lies on anything else.</summary>
internal sealed record RibbonLanes(IReadOnlyList<Lane> Lanes) : ILayer
{
    private const double LaneHeight = 15, NarrowLaneHeight = 19, NarrowBar = 5, Least = 3;

    /// <summary>A narrow drawing has no room for names beside the lanes; there each name stands above its own.</summary>
    public double HeightIn(Frame frame) => Lanes.Count * (frame.HasEndLabels ? LaneHeight : NarrowLaneHeight);

    public Markup Draw(Plot plot) => Markup.Join(Lanes.SelectMany((lane, i) => plot.Frame.HasEndLabels
        ? Draw(lane, plot, plot.Frame.Top - HeightIn(plot.Frame) + i * LaneHeight - 4, LaneHeight - 4)
        : Draw(lane, plot, plot.Frame.Top - HeightIn(plot.Frame) + i * NarrowLaneHeight + NarrowLaneHeight - NarrowBar - 6, NarrowBar)));

    private static IEnumerable<Markup> Draw(Lane lane, Plot plot, double top, double bar)
    {
        var frame = plot.Frame;
        yield return Markup.Of($"""<path class="lane" d="M{frame.Left} {top + bar / 2}H{frame.RightEdge}"/>""");
        foreach (var (x, width) in Merged(lane, plot))
        {
            if (lane.Shades) yield return Markup.Of($"""<rect class="shade {lane.Style}" x="{x}" y="{frame.Top}" width="{width}" height="{frame.PlotHeight}"/>""");
            yield return Markup.Of($"""<rect class="bar {lane.Style}" x="{x}" y="{top}" width="{width}" height="{bar}" rx="1.5"/>""");
        }
        yield return frame.HasEndLabels
            ? Markup.Of($"""<text class="lane-name" x="{frame.RightEdge + 8}" y="{top + bar - 1.5}">{lane.Name}</text>""")
            : Markup.Of($"""<text class="lane-name" x="{frame.Left}" y="{top - 3}">{lane.Name}</text>""");
    }

    /// <summary>What would be less than two pixels apart is one.</summary>
    private static List<(double X, double Width)> Merged(Lane lane, Plot plot)
    {
        List<(double X, double Width)> merged = [];
        foreach (var ribbon in lane.Ribbons.Where(ribbon => ribbon.To >= plot.X.From && ribbon.From <= plot.X.To).OrderBy(ribbon => ribbon.From))
        {
            var x = plot.Across(Math.Max(ribbon.From, plot.X.From));
            var end = Math.Min(Math.Max(plot.Across(Math.Min(ribbon.To, plot.X.To)), x + Least), plot.Frame.RightEdge);
            if (merged is [.., var last] && x - (last.X + last.Width) < 2) merged[^1] = (last.X, Math.Max(last.Width, end - last.X));
            else merged.Add((x, end - x));
        }
        return merged;
    }
}
