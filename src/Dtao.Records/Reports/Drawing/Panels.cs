using System.Collections.Immutable;

namespace Dtao.Records.Reports.Drawing;

/// <summary>One of several small plots.</summary>
internal sealed record Panel(string Title, Axis X, Axis Y, ImmutableArray<ILayer> Layers);

/// <summary>Small multiples: plots side by side and one below the other, the same value at the same height in all.</summary>
/// <param name="Height">Of a plot, in pixels, without its labels.</param>
internal sealed record Panels(ImmutableArray<Panel> All, double Height = 150) : IDrawing
{
    private const double Head = 22, TitleRoom = 20, Left = 58, Right = 14, Between = 16;

    public Markup Draw(Frame size, string id, string title, string description)
    {
        var columns = ColumnsIn(size);
        var width = size.Width / columns;
        var left = Math.Max(Left, All.Max(panel => new FootLabels(panel.X, width - Left - Right).Left));
        var feet = All.Select(panel => new FootLabels(panel.X, width - left - Right)).ToArray();
        var row = TitleRoom + Height + feet.Max(foot => foot.Height) + Between;
        var height = Head + (All.Length + columns - 1) / columns * row;
        var plots = All.Select((panel, i) => new Plot(FrameOf(size, height, i % columns * width + left, width - left - Right, Head + i / columns * row + TitleRoom), panel.X, panel.Y)).ToArray();
        return Markup.Of(
            $"""
            <svg class="{size.Name}" viewBox="0 0 {size.Width} {height}" role="img" aria-labelledby="{id}-t {id}-d">
            <title id="{id}-t">{title}</title><desc id="{id}-d">{description}</desc>
            <text class="axis" x="0" y="12">{All[0].Y.Title}</text>
            {plots.Select((plot, i) => Draw(All[i], plot, feet[i], $"{id}-c{Shown.Whole(i)}"))}
            </svg>
            """);
    }

    private int ColumnsIn(Frame size) => !size.HasEndLabels ? 1 : Math.Min(All.Length, All.Length is 4 or > 6 ? 4 : 3);

    private Frame FrameOf(Frame size, double height, double left, double width, double top) =>
        size with { Height = height, Left = left, Right = size.Width - left - width, Top = top, Bottom = height - top - Height, HasEndLabels = false };

    private static Markup Draw(Panel panel, Plot plot, FootLabels foot, string clip)
    {
        var frame = plot.Frame;
        var rows = plot.Y.Ticks((int)(frame.PlotHeight / 34)).Where(tick => plot.Y.Holds(tick.Value)).Select(tick => Markup.Of(
            $"""<path class="grid" d="M{frame.Left} {plot.Up(tick.Value)}H{frame.RightEdge}"/><text class="tick end" x="{frame.Left - 6}" y="{plot.Up(tick.Value) + 4}">{tick.Label}</text>"""));
        return Markup.Of(
            $"""
            <text class="panel" x="{frame.Left}" y="{frame.Top - 7}">{Escaped.Cut(panel.Title, (int)((frame.PlotWidth + 10) / Frame.Character))}</text><text class="axis end" x="{frame.Left - 12}" y="{frame.Foot + 17}">{panel.X.Title}</text>
            {rows}
            <path class="base" d="M{frame.Left} {frame.Foot}H{frame.RightEdge}"/>
            {foot.Draw(plot)}
            <clipPath id="{clip}"><rect x="{frame.Left}" y="{frame.Top - 3}" width="{frame.PlotWidth}" height="{frame.PlotHeight + 6}"/></clipPath>
            <g clip-path="url(#{clip})">{panel.Layers.Select(layer => layer.Draw(plot))}</g>
            """);
    }
}
