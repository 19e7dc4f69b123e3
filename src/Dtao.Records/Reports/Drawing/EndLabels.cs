namespace Dtao.Records.Reports.Drawing;

/// <summary>Names at the right ends of lines, pushed apart where they would lie on each other.</summary>
internal sealed record EndLabels(IReadOnlyList<(string Name, string Style, double Y)> Labels) : ILayer
{
    private const double Apart = 14;

    /// <summary>A line is named where it ends.</summary>
    public static EndLabels Of(IEnumerable<Polyline> lines) =>
        new([.. lines.Where(line => line.Points.Count > 0).Select(line => (line.Name, line.Style, line.Points.LastOrDefault(point => !double.IsNaN(point.Y)).Y))]);

    public Markup Draw(Plot plot)
    {
        if (!plot.Frame.HasEndLabels || Labels.Count == 0) return Markup.None;
        var wanted = Labels.Select(label => (label.Name, label.Style, Y: Place(plot.Up(label.Y), plot.Frame))).OrderBy(label => label.Y).ToArray();
        var placed = Spread([.. wanted.Select(label => label.Y)], plot.Frame.Top, plot.Frame.Foot);
        return Markup.Join(wanted.Select((label, i) => Markup.Of(
            $"""<path class="lead" d="M{plot.Frame.RightEdge + 1} {label.Y}L{plot.Frame.RightEdge + 8} {placed[i]}"/><text class="name {label.Style}" x="{plot.Frame.RightEdge + 11}" y="{placed[i] + 4}">{label.Name}</text>""")));
    }

    private static double Place(double y, Frame frame) => double.IsFinite(y) ? Math.Clamp(y, frame.Top, frame.Foot) : frame.Foot;

    /// <summary>Downwards until all are apart, then upwards from the foot.</summary>
    internal static double[] Spread(double[] ascending, double top, double foot)
    {
        var placed = ascending.ToArray();
        for (var i = 0; i < placed.Length; i++) placed[i] = Math.Max(placed[i], i == 0 ? top : placed[i - 1] + Apart);
        for (var i = placed.Length - 1; i >= 0; i--) placed[i] = Math.Min(placed[i], i == placed.Length - 1 ? foot : placed[i + 1] - Apart);
        return placed;
    }
}
