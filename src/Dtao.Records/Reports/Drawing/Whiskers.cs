namespace Dtao.Records.Reports.Drawing;

/// <summary>Means with their intervals, upright.</summary>
/// <param name="Points">Low and high are NaN where there is no interval.</param>
/// <param name="AreJoined">Whether a thin line goes from one to the next, because there is something between them.</param>
internal sealed record Whiskers(string Style, IReadOnlyList<(double X, double Low, double Mean, double High)> Points, bool AreJoined) : ILayer
{
    private const double Cap = 4;

    public Markup Draw(Plot plot) => Markup.Of(
        $"""
        {Joined(plot)}
        {Points.Where(point => !double.IsNaN(point.Mean)).Select(point => Draw(plot, point))}
        """);

    private Markup Joined(Plot plot) => !AreJoined ? Markup.None : Markup.Of(
        $"""<path class="line thin {Style}" d="{Polyline.Path(Points.Select(point => (plot.Across(point.X), plot.Up(point.Mean))))}"/>""");

    private Markup Draw(Plot plot, (double X, double Low, double Mean, double High) point)
    {
        var x = plot.Across(point.X);
        var bar = double.IsNaN(point.Low) ? Markup.None : Markup.Of(
            $"""<path class="whisk {Style}" d="M{x} {plot.Up(point.Low)}V{plot.Up(point.High)}M{x - Cap} {plot.Up(point.Low)}h{2 * Cap}M{x - Cap} {plot.Up(point.High)}h{2 * Cap}"/>""");
        return Markup.Of($"""{bar}{Dot.Draw(x, plot.Up(point.Mean), Style, isSquare: false)}""");
    }
}
