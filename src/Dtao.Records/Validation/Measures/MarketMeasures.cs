using Dtao.Protocol.Units;
using Dtao.Records.Statistics;

namespace Dtao.Records.Validation.Measures;

/// <summary>The market as a whole: the sum of prices, how many subnets there are, how unequal they are.</summary>
internal static class MarketMeasures
{
    public static IEnumerable<Measure> All { get; } =
    [
        new("price-sum-low-day-3", MeasureUnit.Number, "lowest sum of prices between hours 18 and 72", e => Sums(e, 0.75, 3).Lowest()),
        new("price-sum-peak-week-1", MeasureUnit.Number, "highest sum of prices in days 4 to 8", e => Sums(e, 4, 8).Highest()),
        new("price-sum-day-16", MeasureUnit.Number, "sum of prices at day 16, median of five hours", e => Measurement.Of(Band.Of(Sums(e, 16, 16.2)).Median)),
        new("price-sum-low-month-2", MeasureUnit.Number, "lowest weekly median of the sum of prices after day 30", e => WeeklyMedians(e).Lowest()),
        new("price-sum-high-month-2", MeasureUnit.Number, "highest weekly median of the sum of prices after day 30", e => WeeklyMedians(e).Highest()),
        new("price-sum-last", MeasureUnit.Number, "median sum of prices over the last week", e => Measurement.Of(Band.Of(Sums(e, e.Days - 7, e.Days)).Median)),
        .. new[] { 12, 47, 77, 108, 132 }.Select(day => Measure.Named($"subnets-day-{day}", MeasureUnit.Count, $"subnets registered on day {day}", e => CountAt(e, day))),
        new("top-10-low", MeasureUnit.Percent, "lowest weekly share of the ten dearest in the sum of prices", e => Weekly(e, prices => TopShare.Of(prices, 10)).Lowest()),
        new("top-10-high", MeasureUnit.Percent, "highest weekly share of the ten dearest", e => Weekly(e, prices => TopShare.Of(prices, 10)).Highest()),
        new("gini-low", MeasureUnit.Number, "lowest weekly Gini of prices", e => Weekly(e, Gini.Of).Lowest()),
        new("gini-high", MeasureUnit.Number, "highest weekly Gini of prices", e => Weekly(e, Gini.Of).Highest()),
        new("hhi-low", MeasureUnit.Number, "lowest weekly HHI of prices", e => Weekly(e, Hhi.Of).Lowest()),
        new("hhi-high", MeasureUnit.Number, "highest weekly HHI of prices", e => Weekly(e, Hhi.Of).Highest()),
        new("log-price-spread", MeasureUnit.Number, "median over weeks of the standard deviation of log prices", e => Measurement.Of(Band.Of(Weekly(e, LogSpread.Of)).Median)),
        new("price-sum-daily-sd", MeasureUnit.Percent, "standard deviation of the daily log change of the sum of prices", e => Measurement.Of(ReturnMoments.StandardDeviation(DailySumReturns(e)))),
        new("price-sum-daily-acf", MeasureUnit.Number, "autocorrelation of that change at one day", e => Measurement.Of(Autocorrelation.At(1, DailySumReturns(e)))),
    ];

    private static Measurement Lowest(this IEnumerable<double> values) => Measurement.Of(values.Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Min());

    private static Measurement Highest(this IEnumerable<double> values) => Measurement.Of(values.Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Max());

    /// <summary>Sums of prices by the hour between two ages in days; hours that nobody looked at are left out.</summary>
    private static IEnumerable<double> Sums(Evidence evidence, double fromDay, double toDay)
    {
        var panel = evidence.Hourly.Between(evidence.Start + (long)(fromDay * Block.PerDay), evidence.Start + (long)(toDay * Block.PerDay));
        return Enumerable.Range(0, panel.Rows).Select(panel.SumAt).Where(sum => sum > 0);
    }

    private static IEnumerable<double> WeeklyMedians(Evidence evidence)
    {
        for (var day = 30; day + 7 <= evidence.Days; day += 7) yield return Band.Of(Sums(evidence, day, day + 7)).Median;
    }

    private static Measurement CountAt(Evidence evidence, int day)
    {
        var row = evidence.Observed.RowAt(evidence.Start + day * Block.PerDay);
        return row < evidence.Observed.Rows ? Measurement.Of(evidence.Observed.Trading(row).Count()) : Measurement.Unknown("the run ends before");
    }

    private static IEnumerable<double> Weekly(Evidence evidence, Func<IEnumerable<double>, double> statistic)
    {
        var weeks = Windows.Whole(evidence.Hourly, evidence.Start).Weekly();
        return Enumerable.Range(0, weeks.Rows).Select(row => weeks.Trading(row).ToArray()).Where(prices => prices.Length > 0).Select(statistic);
    }

    private static double[] DailySumReturns(Evidence evidence)
    {
        var days = Windows.Whole(evidence.Hourly, evidence.Start).Daily();
        return LogReturns.Of([.. Enumerable.Range(0, days.Rows).Select(row => days.SumAt(row) is > 0 and var sum ? sum : double.NaN)]);
    }
}
