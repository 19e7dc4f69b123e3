using Dtao.Records.Reports.Drawing;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Reports.Figures;

/// <summary>Phase diagrams of the same two factors, side by side where there is room, with what their colours mean below.</summary>
internal sealed record PhaseDrawing(PhaseSet Set) : IDrawing
{
    private const double Gap = 28, LeastCell = 40, MostCell = 118;

    public Markup Draw(Frame size, string id, string title, string description)
    {
        var (height, body) = Compose(size);
        return Markup.Of(
            $"""
            <svg class="{size.Name}" viewBox="0 0 {size.Width} {height}" role="img" aria-labelledby="{id}-t {id}-d">
            <title id="{id}-t">{title}</title><desc id="{id}-d">{description}</desc>
            {body}
            </svg>
            """);
    }

    /// <summary>All that is drawn, and how high it is.</summary>
    internal (double Height, Markup Body) Compose(Frame size)
    {
        var panels = Set.Diagrams.Select(diagram => new PhasePanel(diagram)).ToArray();
        var isRow = panels.Length > 1 && (size.Width - Gap * (panels.Length - 1)) / panels.Length is var part && CellIn(panels[0], part) >= LeastCell;
        var room = isRow ? (size.Width - Gap * (panels.Length - 1)) / panels.Length : size.Width;
        var cell = Math.Min(MostCell, CellIn(panels[0], room));
        var (across, down) = isRow ? (room + Gap, 0.0) : (0.0, panels[0].HeightIn(cell) + Gap);
        var drawn = panels.Select((panel, i) => panel.Draw(i * across, i * down, cell)).ToArray();
        var foot = panels[0].HeightIn(cell) + (panels.Length - 1) * down + 16;
        var (legendHeight, legend) = Legend(size, foot, Set.Diagrams.Any(diagram => !diagram.Half.IsEmpty));
        return (foot + legendHeight, Markup.Of($"{drawn}\n{legend}"));
    }

    private static double CellIn(PhasePanel panel, double room) => (room - panel.Left - 6) / panel.Diagram.X.Levels.Length;

    private static (double Height, Markup Drawn) Legend(Frame size, double top, bool hasContour)
    {
        const double swatch = 14;
        var colours = Enumerable.Range(0, 11).Select(i => Markup.Of($"""<rect x="{30 + i * swatch}" y="{top}" width="{swatch}" height="12" fill="{Ramp.At(i / 10.0)}"/>"""));
        var (x, y) = size.HasEndLabels ? (250.0, top) : (0.0, top + 24);
        var hatch = new CellBox(x, y, 18, 12);
        var line = hasContour ? (X: size.HasEndLabels ? x + 210 : x, Y: size.HasEndLabels ? y : y + 24) : (X: double.NaN, Y: y);
        var contour = hasContour
            ? Markup.Of($"""<path class="half" d="M{line.X + 1} {line.Y + 6}h18"/><text class="tick" x="{line.X + 26}" y="{line.Y + 10}">P = 50 %</text>""")
            : Markup.None;
        return (line.Y - top + 22, Markup.Of(
            $"""
            <text class="tick" x="0" y="{top + 10}">0 %</text>{colours}<text class="tick" x="{36 + 11 * swatch}" y="{top + 10}">100 %</text>
            <rect x="{x}" y="{y}" width="18" height="12" fill="{Ramp.Pale(0.5)}"/><path class="hatch" d="{hatch.Hatching}"/><text class="tick" x="{x + 26}" y="{y + 10}">fewer than {(long)PhaseCell.Least} runs tell</text>
            {contour}
            """));
    }
}
