namespace Dtao.Records.Reports.Drawing;

/// <summary>An estimate with its interval lying on its side, in a row of a <see cref="CategoryAxis"/>.</summary>
/// <param name="Shift">Downwards from the row's middle, in pixels, where a row has several.</param>
internal sealed record IntervalRow(int Row, double Low, double Value, double High, string Style, double Shift = 0, bool IsSquare = false) : ILayer
{
    private const double Cap = 4;

    public Markup Draw(Plot plot)
    {
        var (y, low, high) = (plot.Up(Row) + Shift, plot.Across(Low), plot.Across(High));
        return Markup.Of(
            $"""<path class="whisk {Style}" d="M{low} {y}H{high}M{low} {y - Cap}v{2 * Cap}M{high} {y - Cap}v{2 * Cap}"/>{Dot.Draw(plot.Across(Value), y, Style, IsSquare)}""");
    }
}
