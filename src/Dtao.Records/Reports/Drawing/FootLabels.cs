namespace Dtao.Records.Reports.Drawing;

/// <summary>Labels below a plot; slanted where they would stand in each other's words.</summary>
/// <param name="Width">Of the plot.</param>
internal sealed record FootLabels(Axis Axis, double Width)
{
    private const int Longest = 20;

    /// <summary>Of slanted labels: their angle, and how far apart they have to be.</summary>
    private const double Angle = 38, Apart = 22;

    private const double Level = 20, Gap = 9;

    private static readonly double Sine = Math.Sin(Angle * Math.PI / 180), Cosine = Math.Cos(Angle * Math.PI / 180);

    private readonly IReadOnlyList<Tick> ticks = Fitting(Axis, Width);

    /// <summary>Room below the plot.</summary>
    public double Height => IsSlanted ? 14 + LongestOf(ticks) * Frame.Character * Sine : Level;

    /// <summary>Room to the left of the plot, which a slanted first label reaches into.</summary>
    public double Left => IsSlanted ? ticks.Max(tick => Text(tick).Length * Frame.Character * Cosine - Axis.ShareOf(tick.Value) * Width) + 4 : 0;

    private bool IsSlanted => Axis is OrderedAxis && !AreFree(ticks, Axis, Width);

    public Markup Draw(Plot plot) => Markup.Join(ticks.Select(tick => IsSlanted ? Slanted(plot, tick) : Markup.Of(
        $"""<path class="tickmark" d="M{plot.Across(tick.Value)} {plot.Frame.Foot}v5"/><text class="tick middle" x="{plot.Across(tick.Value)}" y="{plot.Frame.Foot + 17}">{Text(tick)}</text>""")));

    private static Markup Slanted(Plot plot, Tick tick)
    {
        var (x, y) = (plot.Across(tick.Value) + 4, plot.Frame.Foot + 12);
        return Markup.Of($"""<path class="tickmark" d="M{plot.Across(tick.Value)} {plot.Frame.Foot}v5"/><text class="tick end" x="{x}" y="{y}" transform="rotate({-Angle} {x} {y})">{Text(tick)}</text>""");
    }

    private static IReadOnlyList<Tick> Fitting(Axis axis, double width)
    {
        if (axis is OrderedAxis) return axis.Ticks(int.MaxValue / 2) is var all && AreFree(all, axis, width) ? all : axis.Ticks((int)(width / Apart));
        for (var most = 6; most > 2; most--)
            if (axis.Ticks(most) is var some && AreFree(some, axis, width))
                return some;
        return axis.Ticks(2);
    }

    private static bool AreFree(IReadOnlyList<Tick> ticks, Axis axis, double width) => ticks.Zip(ticks.Skip(1)).All(pair =>
        (axis.ShareOf(pair.Second.Value) - axis.ShareOf(pair.First.Value)) * width >= (Text(pair.First).Length + Text(pair.Second).Length) / 2.0 * Frame.Character + Gap);

    private static int LongestOf(IReadOnlyList<Tick> ticks) => ticks.Max(tick => Text(tick).Length);

    private static string Text(Tick tick) => Escaped.Cut(tick.Label, Longest);
}
