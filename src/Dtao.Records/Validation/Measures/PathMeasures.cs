using Dtao.Protocol.Units;
using Dtao.Records.Panels;
using Dtao.Records.Statistics;

namespace Dtao.Records.Validation.Measures;

/// <summary>Where subnets go: who stays on top, how deep they fall, how often they leap, how a new one begins.</summary>
internal static class PathMeasures
{
    private const int HoursPerDay = 24;

    /// <summary>A move of so many hours makes a pump or a crash; the next one counts five days later.</summary>
    private const int SurgeHours = HoursPerDay, SurgesApart = 5 * HoursPerDay;

    /// <summary>Leaps are counted from day 16 to day 40: in the euphoria before there are ten times as many, and years later there are fewer.</summary>
    private const double SurgesFromDay = 16, SurgesToDay = 40;

    private const double DaysPerYear = 365;

    public static IEnumerable<Measure> All { get; } =
    [
        new("rank-correlation-30d", MeasureUnit.Number, "Spearman of prices 30 days apart, mean over days", e => RankCorrelationOver(e, 30)),
        new("rank-correlation-90d", MeasureUnit.Number, "Spearman of prices 90 days apart, mean over days", e => RankCorrelationOver(e, 90)),
        new("top-10-staying", MeasureUnit.Count, "of the ten dearest, how many are so 30 days later, mean over days", e => Measurement.Of(Pairs(e, 30, (before, after) => RankCorrelation.Staying(10, before, after)))),
        new("drawdown-30d", MeasureUnit.Percent, "deepest fall of the first subnets within 30 days, median", e => DrawdownOver(e, 30)),
        new("drawdown-255d", MeasureUnit.Percent, "deepest fall of the first subnets within 255 days, median", e => DrawdownOver(e, 255)),
        new("below-start", MeasureUnit.Percent, "share of the first subnets that end below their price of day 2", BelowStart),
        new("pumps-a-year", MeasureUnit.Number, "rises of 100 % in a day, a subnet and year, days 16 to 40", e => SurgesAYear(e, Pumps)),
        new("crashes-a-year", MeasureUnit.Number, "falls of 50 % in a day, a subnet and year, days 16 to 40", e => SurgesAYear(e, prices => Surges.Down(0.5, SurgeHours, SurgesApart, prices))),
        .. new[] { 1, 3, 7 }.Select(days => Measure.Named($"give-back-{days}d", MeasureUnit.Percent, $"price {days} days after the local peak of a pump from day 15 on, median", e => GivenBack(e, days))),
        new("newcomer-10min", MeasureUnit.Number, "price of a new subnet after 10 minutes, median", e => NewcomerAfter(e, 50)),
        new("newcomer-24h", MeasureUnit.Number, "price of a new subnet after 24 hours, median", e => NewcomerAfter(e, Block.PerDay)),
    ];

    private static Measurement RankCorrelationOver(Evidence evidence, int days) => Measurement.Of(Pairs(evidence, days, RankCorrelation.Between));

    /// <summary>Mean of a statistic over all pairs of days so far apart.</summary>
    private static double Pairs(Evidence evidence, int apart, Func<double[], double[], double> statistic)
    {
        var days = Windows.Whole(evidence.Hourly, evidence.Start).Daily();
        var values = Enumerable.Range(0, Math.Max(0, days.Rows - apart)).Where(row => days.Trading(row).Any() && days.Trading(row + apart).Any())
            .Select(row => statistic(days.At(row), days.At(row + apart))).ToArray();
        return values.Length == 0 ? double.NaN : values.Average();
    }

    /// <summary>The subnets of the first day.</summary>
    private static PricePanel FirstSubnets(Evidence evidence) =>
        Windows.Whole(evidence.Hourly.Where(prices => prices.Length > 0 && !double.IsNaN(prices[0])), evidence.Start);

    private static Measurement DrawdownOver(Evidence evidence, int days)
    {
        var (subnets, hours) = (FirstSubnets(evidence), days * HoursPerDay);
        return subnets.Rows < hours ? Measurement.Unknown("the run ends before") : Measurement.Of(Band.Of(subnets.Columns.Select(prices => Drawdown.Deepest(prices.AsSpan(0, hours)))).Median);
    }

    private static Measurement BelowStart(Evidence evidence)
    {
        var subnets = FirstSubnets(evidence);
        if (subnets.Rows == 0) return Measurement.Unknown("the run ends before");
        return Measurement.Of(subnets.Columns.Count(prices => prices[^1] < prices[0]) / (double)subnets.Columns.Count);
    }

    private static IReadOnlyList<int> Pumps(double[] prices) => Surges.Up(1, SurgeHours, SurgesApart, prices);

    private static Measurement SurgesAYear(Evidence evidence, Func<double[], IReadOnlyList<int>> find)
    {
        var panel = evidence.Seasoned.Between(evidence.Start + (long)(SurgesFromDay * Block.PerDay), evidence.Start + (long)(SurgesToDay * Block.PerDay));
        var years = panel.Columns.Sum(prices => prices.Count(price => !double.IsNaN(price))) / (HoursPerDay * DaysPerYear);
        return Measurement.Of(panel.Columns.Sum(prices => find(prices).Count) / years);
    }

    private static Measurement GivenBack(Evidence evidence, int days)
    {
        var panel = Windows.Later(evidence.Seasoned, evidence.Start);
        var given = panel.Columns.SelectMany(prices => Pumps(prices).Select(pump => GiveBack.At(pump, 3 * HoursPerDay, days * HoursPerDay, prices)));
        return Band.Of(given) is { Count: > 0 } band ? Measurement.Of(band.Median) : Measurement.Unknown("there was no pump");
    }

    private static Measurement NewcomerAfter(Evidence evidence, long blocks)
    {
        var prices = evidence.Fine.Newcomers().Where(newcomer => newcomer.First + blocks <= evidence.End)
            .Select(newcomer => evidence.Fine.Of(newcomer.Netuid)!.At(newcomer.First + blocks));
        return Band.Of(prices) is { Count: > 0 } band ? Measurement.Of(band.Median) : Measurement.Unknown("there was no new subnet");
    }
}
