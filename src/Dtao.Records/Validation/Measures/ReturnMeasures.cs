using Dtao.Records.Panels;
using Dtao.Records.Statistics;

namespace Dtao.Records.Validation.Measures;

/// <summary>The stylised facts of returns: each is taken for every subnet, and the median over subnets counts.</summary>
internal static class ReturnMeasures
{
    /// <summary>Subnets with fewer known returns are left out.</summary>
    private const int LeastHours = 100;

    private const int LeastDaysOfLaunch = 10;

    private const int LeastDays = 20;

    public static IEnumerable<Measure> All { get; } =
    [
        new("hourly-sd-launch", MeasureUnit.Percent, "hourly standard deviation, launch", Median(LaunchHours, ReturnMoments.StandardDeviation)),
        new("hourly-sd-later", MeasureUnit.Percent, "hourly standard deviation from day 15", Median(LaterHours, ReturnMoments.StandardDeviation)),
        new("daily-sd-launch", MeasureUnit.Percent, "daily standard deviation, launch", Median(LaunchDays, ReturnMoments.StandardDeviation)),
        new("daily-sd-later", MeasureUnit.Percent, "daily standard deviation from day 15", Median(LaterDays, ReturnMoments.StandardDeviation)),
        new("hourly-kurtosis-launch", MeasureUnit.Number, "hourly excess kurtosis, launch", Median(LaunchHours, ReturnMoments.ExcessKurtosis)),
        new("hourly-kurtosis-later", MeasureUnit.Number, "hourly excess kurtosis from day 15", Median(LaterHours, ReturnMoments.ExcessKurtosis)),
        new("daily-kurtosis-later", MeasureUnit.Number, "daily excess kurtosis from day 15", Median(LaterDays, ReturnMoments.ExcessKurtosis)),
        new("kurtosis-fall", MeasureUnit.Times, "hourly over daily excess kurtosis from day 15", e => Measurement.Of(
            MedianOf(LaterHours(e), ReturnMoments.ExcessKurtosis) / MedianOf(LaterDays(e), ReturnMoments.ExcessKurtosis))),
        new("hourly-hill-launch", MeasureUnit.Number, "Hill exponent of hourly returns, launch", Median(LaunchHours, returns => HillExponent.Of(returns))),
        new("hourly-hill-later", MeasureUnit.Number, "Hill exponent of hourly returns from day 15", Median(LaterHours, returns => HillExponent.Of(returns))),
        new("daily-hill-later", MeasureUnit.Number, "Hill exponent of daily returns from day 15", Median(LaterDays, returns => HillExponent.Of(returns))),
        new("return-acf-1h", MeasureUnit.Number, "autocorrelation of hourly returns at 1 hour", Median(AllHours, returns => Autocorrelation.At(1, returns))),
        new("return-acf-1h-small", MeasureUnit.Percent, "share of subnets where that lies within 0.15 of 0", SmallAutocorrelation),
        .. new[] { 1, 6, 24, 72, 168 }.Select(lag => Measure.Named(
            $"size-acf-{lag}h", MeasureUnit.Number, $"autocorrelation of absolute hourly returns at {lag} h", Median(AllHours, returns => Autocorrelation.OfSizeAt(lag, returns)))),
        new("daily-correlation", MeasureUnit.Number, "median pairwise correlation of daily returns among the first subnets", DailyCorrelation),
        new("daily-first-component", MeasureUnit.Percent, "share of the first principal component of daily returns from day 15", FirstComponent),
    ];

    private static Func<Evidence, Measurement> Median(Func<Evidence, IEnumerable<double[]>> returns, Func<double[], double> statistic) =>
        evidence => Measurement.Of(MedianOf(returns(evidence), statistic));

    private static double MedianOf(IEnumerable<double[]> returns, Func<double[], double> statistic) => Band.Of(returns.Select(statistic)).Median;

    private static IEnumerable<double[]> LaunchHours(Evidence e) => Returns(Windows.Launch(e.Seasoned, e.Start), LeastHours);

    private static IEnumerable<double[]> LaterHours(Evidence e) => Returns(Windows.Later(e.Seasoned, e.Start), LeastHours);

    private static IEnumerable<double[]> AllHours(Evidence e) => Returns(Windows.Whole(e.Seasoned, e.Start), 4 * LeastHours);

    private static IEnumerable<double[]> LaunchDays(Evidence e) => Returns(Windows.Launch(e.Seasoned, e.Start).Daily(), LeastDaysOfLaunch);

    private static IEnumerable<double[]> LaterDays(Evidence e) => Returns(Windows.Later(e.Seasoned, e.Start).Daily(), LeastDays);

    private static IEnumerable<double[]> Returns(PricePanel panel, int least) =>
        panel.Columns.Select(prices => LogReturns.Of(prices)).Where(returns => LogReturns.Known(returns).Length >= least);

    private static Measurement SmallAutocorrelation(Evidence evidence)
    {
        var lags = AllHours(evidence).Select(returns => Autocorrelation.At(1, returns)).ToArray();
        return Measurement.Of(lags.Length == 0 ? double.NaN : lags.Count(lag => Math.Abs(lag) <= 0.15) / (double)lags.Length);
    }

    private static Measurement DailyCorrelation(Evidence evidence)
    {
        var first = evidence.Hourly.Where(prices => prices.Length > 0 && !double.IsNaN(prices[0]));
        double[][] returns = [.. Returns(Windows.Whole(first, evidence.Start).Daily(), LeastDays)];
        return Measurement.Of(Band.Of(PairwiseCorrelation.Of(returns, LeastDays)).Median);
    }

    private static Measurement FirstComponent(Evidence evidence) => Measurement.Of(PrincipalComponent.FirstShare(LaterDays(evidence)));
}
