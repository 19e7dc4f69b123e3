namespace Dtao.Records.Reports.Drawing;

/// <summary>The size of a drawing, and what of it is the plot; pixels. Every figure is drawn twice, since a figure made narrow by the browser has letters that nobody reads.</summary>
/// <param name="Name">Style class; CSS shows the one that fits.</param>
/// <param name="Ticks">How many ticks at most on the time axis.</param>
/// <param name="HasEndLabels">Whether lines are named at their right end; otherwise below the figure.</param>
internal sealed record Frame(string Name, double Width, double Height, double Left, double Right, double Top, double Bottom, int Ticks, bool HasEndLabels)
{
    /// <summary>Room for a character of the labels, whose letters are 12 pixels high.</summary>
    public const double Character = 6.4;

    public static Frame Wide { get; } = new("wide", 920, 380, 66, 128, 30, 44, 12, true);

    public static Frame Narrow { get; } = new("narrow", 360, 300, 54, 22, 30, 44, 5, false);

    public static IReadOnlyList<Frame> Both { get; } = [Wide, Narrow];

    public double PlotWidth => Width - Left - Right;

    public double PlotHeight => Height - Top - Bottom;

    public double RightEdge => Width - Right;

    public double Foot => Height - Bottom;

    /// <summary>Makes room above the plot.</summary>
    public Frame Lower(double by) => this with { Top = Top + by, Height = Height + by };
}
