using System.Globalization;
using Dtao.Records.Reports.Drawing;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Reports.Figures;

/// <summary>One phase diagram: a cell a pair of values, the first value of Y lowest.</summary>
internal sealed record PhasePanel(PhaseDiagram Diagram)
{
    private const int LongestName = 18;
    private const double Head = 42, TallestCell = 54, LeastTall = 15, TallForWords = 46, WideForWords = 40;

    /// <summary>More cells than this are too small to be pointed at.</summary>
    private const int MostTold = 400;

    private int Columns => Diagram.X.Levels.Length;

    private int Rows => Diagram.Y.Levels.Length;

    /// <summary>Room for the names of rows.</summary>
    public double Left => Math.Max(40, Diagram.Y.Levels.Max(level => Math.Min(level.Length, LongestName)) * Frame.Character + 14);

    public double HeightIn(double cell) => Head + Rows * Tall(cell) + Foot(cell).Height + 20;

    /// <param name="cell">Width of a cell.</param>
    public Markup Draw(double x, double y, double cell)
    {
        var (left, width, height) = (x + Left, Columns * cell, Rows * Tall(cell));
        var frame = new Frame("", left + width, y + Head + height, left, 0, y + Head, 0, Columns, false);
        var plot = new Plot(frame, new OrderedAxis(Diagram.X.Levels), new OrderedAxis(Diagram.Y.Levels));
        return Markup.Of(
            $"""
            <text class="panel" x="{left}" y="{y + 13}">{Escaped.Cut(Diagram.Event.Title, (int)(width / Frame.Character))}</text>
            <text class="axis" x="{left}" y="{y + 33}">↑ {Escaped.Cut(Diagram.Y.Path, (int)(width / Frame.Character))}</text>
            <rect x="{left}" y="{y + Head}" width="{width}" height="{height}" fill="#ffffff"/>
            {Diagram.Cells.Select(of => Cell(plot, of, cell))}
            {HalfLine(plot)}
            {Diagram.Cells.Select(of => Words(Box(plot, of, cell), of))}
            {RowNames(plot)}
            {Foot(cell).Draw(plot)}
            <text class="axis end" x="{left + width}" y="{y + HeightIn(cell) - 4}">{Escaped.Cut(Diagram.X.Path, (int)(width / Frame.Character))} →</text>
            """);
    }

    private static double Tall(double cell) => Math.Clamp(cell * 0.8, cell >= WideForWords ? TallForWords : LeastTall, TallestCell);

    private FootLabels Foot(double cell) => new(new OrderedAxis(Diagram.X.Levels), Columns * cell);

    private CellBox Box(Plot plot, PhaseCell of, double cell) => new(plot.Across(of.X) - cell / 2, plot.Up(of.Y) - Tall(cell) / 2, cell, Tall(cell));

    private Markup Cell(Plot plot, PhaseCell of, double cell)
    {
        var box = Box(plot, of, cell);
        var told = Diagram.Cells.Length > MostTold ? Markup.None : Markup.Of($"<title>{Told(of)}</title>");
        var hatch = of.Counts ? Markup.None : Markup.Of($"""<path class="hatch" d="{box.Hatching}"/>""");
        return Markup.Of(
            $"""<rect class="cell{(of.Counts ? "" : " few")}" x="{box.X}" y="{box.Y}" width="{box.Width}" height="{box.Height}" fill="{Colour(of)}">{told}</rect>{hatch}<path class="cell-edge" d="{Edge(box)}"/>""");
    }

    /// <summary>Pale where few runs tell.</summary>
    private static string Colour(PhaseCell of) => of.Odds.Count == 0 ? "#ffffff" : of.Counts ? Ramp.At(of.Odds.Mean) : Ramp.Pale(of.Odds.Mean);

    private static Markup Edge(CellBox box) => Markup.Of($"M{box.X} {box.Y}h{box.Width}v{box.Height}h{-box.Width}Z");

    private Markup HalfLine(Plot plot)
    {
        if (Diagram.Half.IsEmpty) return Markup.None;
        var line = Markup.Join(Diagram.Half.Select(part => Markup.Of($"M{plot.Across(part.FromX)} {plot.Up(part.FromY)}L{plot.Across(part.ToX)} {plot.Up(part.ToY)}")), "");
        return Markup.Of($"""<path class="halo" d="{line}"/><path class="half" d="{line}"/>""");
    }

    private Markup RowNames(Plot plot)
    {
        var axis = new OrderedAxis(Diagram.Y.Levels);
        return Markup.Join(axis.Ticks((int)(plot.Frame.PlotHeight / LeastTall)).Select(tick => Markup.Of(
            $"""<text class="tick end" x="{plot.Frame.Left - 8}" y="{plot.Up(tick.Value) + 4}">{Escaped.Cut(tick.Label, LongestName)}</text>""")));
    }

    /// <summary>Probability, interval and runs; where there is no room, the probability alone, or nothing.</summary>
    private static Markup Words(CellBox box, PhaseCell of)
    {
        var (x, middle) = (box.X + box.Width / 2, box.Y + box.Height / 2);
        var style = of.Counts && Ramp.IsDark(of.Odds.Mean) ? "on-dark" : "on-light";
        var (share, interval, runs) = (PhaseText.Share(of), PhaseText.Interval(of), PhaseText.Runs(of));
        if (of.Odds.Count == 0) return box.Width < 26 ? Markup.None : Word("small", of.Runs == 0 ? "no run" : "none", middle + 4);
        if (box.Height >= TallForWords - 1 && Math.Max(interval.Length, runs.Length) * 5.7 + 4 <= box.Width)
            return Markup.Join([Word("", share, middle - 9), Word("small", interval, middle + 5), Word("small", runs, middle + 18)]);
        return box.Width < 22 ? Markup.None : Word("small", share.Replace(" %", "", StringComparison.Ordinal), middle + 4);

        Markup Word(string size, string word, double y) => Markup.Of($"""<text class="in-cell {size} {style}" stroke="{Colour(of)}" x="{x}" y="{y}">{word}</text>""");
    }

    private string Told(PhaseCell of) => string.Create(CultureInfo.InvariantCulture,
        $"{Diagram.X.Path} = {Diagram.X.Levels[of.X]}, {Diagram.Y.Path} = {Diagram.Y.Levels[of.Y]}: {PhaseText.Share(of)} [{PhaseText.Interval(of)}], in {of.Hits} of {of.Odds.Count} that tell, of {of.Runs} runs");
}
