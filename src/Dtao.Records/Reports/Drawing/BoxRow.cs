namespace Dtao.Records.Reports.Drawing;

/// <summary>A distribution lying on its side: from the worst to the best, the middle half as a box, the median as a stroke.</summary>
internal sealed record BoxRow(int Row, double Worst, double LowerQuartile, double Median, double UpperQuartile, double Best, string Style) : ILayer
{
    private const double Half = 6;

    public Markup Draw(Plot plot)
    {
        var (y, left, right) = (plot.Up(Row), plot.Across(LowerQuartile), plot.Across(UpperQuartile));
        return Markup.Of(
            $"""
            <path class="whisker" d="M{plot.Across(Worst)} {y}H{left}M{right} {y}H{plot.Across(Best)}M{plot.Across(Worst)} {y - 3}v6M{plot.Across(Best)} {y - 3}v6"/>
            <rect class="box {Style}" x="{left}" y="{y - Half}" width="{Math.Max(1, right - left)}" height="{2 * Half}" rx="1.5"/>
            <path class="median" d="M{plot.Across(Median)} {y - Half - 1}v{2 * Half + 2}"/>
            """);
    }
}
