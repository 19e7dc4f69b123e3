using System.Collections.Immutable;

namespace Dtao.Records.Reports.Drawing;

/// <summary>Axes and what is drawn between them.</summary>
/// <param name="Layers">From the back to the front.</param>
/// <param name="Lanes">Above the plot; null for none.</param>
/// <param name="Height">Of the wide drawing, in pixels; NaN for that of its frame.</param>
/// <param name="RowNames">Room for the names of rows, in characters; 0 for what numbers need.</param>
internal sealed record Chart(Axis X, Axis Y, ImmutableArray<ILayer> Layers, RibbonLanes? Lanes = null, double Height = double.NaN, int RowNames = 0) : IDrawing
{
    public Markup Draw(Frame size, string id, string title, string description)
    {
        var plot = new Plot(Fitted(size), X, Y);
        var frame = plot.Frame;
        return Markup.Of(
            $"""
            <svg class="{frame.Name}" viewBox="0 0 {frame.Width} {frame.Height}" role="img" aria-labelledby="{id}-t {id}-d">
            <title id="{id}-t">{title}</title><desc id="{id}-d">{description}</desc>
            {Grid(plot)}
            {Lanes?.Draw(plot) ?? Markup.None}
            <clipPath id="{id}-c"><rect x="{frame.Left}" y="{frame.Top - 2}" width="{frame.PlotWidth}" height="{frame.PlotHeight + 4}"/></clipPath>
            <g clip-path="url(#{id}-c)">{Layers.Where(layer => layer is not (EndLabels or Mark or Rule or Upright or Key)).Select(layer => layer.Draw(plot))}</g>
            {Layers.Where(layer => layer is EndLabels or Mark or Rule or Upright or Key).Select(layer => layer.Draw(plot))}
            </svg>
            """);
    }

    private Frame Fitted(Frame size)
    {
        var frame = double.IsNaN(Height) ? size : size with { Height = RowNames > 0 ? Height : size.HasEndLabels ? Height : Math.Max(200, Height * 0.8) };
        if (RowNames > 0) frame = frame with { Left = RowNames * Frame.Character + 12, Right = 24 };
        return Lanes is null or { Lanes.Count: 0 } ? frame : frame.Lower(Lanes.HeightIn(frame) + 4);
    }

    private static Markup Grid(Plot plot)
    {
        var frame = plot.Frame;
        var rows = plot.Y.Ticks((int)(frame.PlotHeight / 34)).Where(tick => plot.Y.Holds(tick.Value)).Select(tick => Markup.Of(
            $"""<path class="grid" d="M{frame.Left} {plot.Up(tick.Value)}H{frame.RightEdge}"/><text class="tick end" x="{frame.Left - 6}" y="{plot.Up(tick.Value) + 4}">{tick.Label}</text>"""));
        var columns = Free(plot).Select(tick => Markup.Of(
            $"""<path class="tickmark" d="M{plot.Across(tick.Value)} {frame.Foot}v5"/><text class="tick middle" x="{plot.Across(tick.Value)}" y="{frame.Foot + 17}">{tick.Label}</text>{Below(plot, tick)}"""));
        return Markup.Of(
            $"""
            <text class="axis" x="0" y="12">{plot.Y.Title}</text><text class="axis end" x="{frame.Left - 12}" y="{frame.Foot + 17}">{plot.X.Title}</text>
            {rows}
            <path class="base" d="M{frame.Left} {frame.Foot}H{frame.RightEdge}"/>
            {columns}
            """);
    }

    /// <summary>As many ticks of the axis below as leave their labels room: of dates with a time of day fewer fit than of days.</summary>
    private static IReadOnlyList<Tick> Free(Plot plot)
    {
        for (var most = plot.Frame.Ticks; most > 2; most--)
            if (plot.X.Ticks(most) is var ticks && AreApart(plot, ticks))
                return ticks;
        return plot.X.Ticks(2);
    }

    private static bool AreApart(Plot plot, IReadOnlyList<Tick> ticks)
    {
        for (var i = 1; i < ticks.Count; i++)
            if (plot.Across(ticks[i].Value) - plot.Across(ticks[i - 1].Value) < (WidthOf(ticks[i - 1]) + WidthOf(ticks[i])) / 2 + Frame.Character)
                return false;
        return true;
    }

    private static double WidthOf(Tick tick) => Math.Max(tick.Label.Length, tick.Below.Length) * Frame.Character;

    private static Markup Below(Plot plot, Tick tick) => tick.Below.Length == 0
        ? Markup.None
        : Markup.Of($"""<text class="tick faint middle" x="{plot.Across(tick.Value)}" y="{plot.Frame.Foot + 31}">{tick.Below}</text>""");
}
