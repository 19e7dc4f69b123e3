using Dtao.Fixtures;
using Dtao.Records.Reading;
using Dtao.Records.Validation;
using Dtao.Sweeps.Metrics;

namespace Dtao.Sweeps.Tests.Metrics;

/// <summary>
/// A subnet is taken over after 2 hours, doubles by the hour to 16 after 7 hours, and stands at 0.5 from hour 8 to the end, hour 72. Nothing is announced.
/// The other subnet stays at 0.5.
/// </summary>
public sealed class Metrics_of_a_run : IDisposable
{
    private const double Nothing = double.NaN;

    private readonly string folder = Directory.CreateTempSubdirectory("dtao-metrics-").FullName;

    private static readonly WrittenRun Takeover = new()
    {
        Hours = 72,
        Takeover = 2 * WrittenRun.Hour,
        Price = hour => hour is >= 2 and < 8 ? Math.Pow(2, hour - 3) : 0.5,
        Detections = ["pump", "crash", "crash"],
        Events = ["CapBegan", "CapEnded", "CapBegan"],
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("measure = pump-multiple", 32)] // 16 ÷ 0.5
    [InlineData("measure = worst-24h", -1 + 0.5 / 16)]
    [InlineData("measure = worst-24h, at-most = -80%", 1)]
    [InlineData("measure = worst-24h, at-most = -0.97", 0)]
    [InlineData("measure = pump-hours, at-least = 7 hours, at-most = 7 hours", 1)] // both ends belong to it
    [InlineData("measure = price-gini", 0)] // a figure's name where no measure has it
    [InlineData("figure = price-hhi", 0.5)]
    [InlineData("series = price-sum, take = final", 1)]
    [InlineData("series = price-sum, take = max", 16.5)]
    [InlineData("series = price-sum, take = min", 0.75 + 0.25)]
    [InlineData("series = taken-price, take = mean", (0.5 * 2 + (0.5 + 1 + 2 + 4 + 8 + 16) + 0.5 * 64) / 72)]
    [InlineData("series = taken-price, at = 5 hours", 4)]
    [InlineData("series = taken-price, at = 1610 blocks", 4)]
    [InlineData("series = taken-price, at = 73 hours", Nothing)]
    [InlineData("count = pump", 1)]
    [InlineData("count = crash, at-least = 2", 1)]
    [InlineData("count = CapBegan", 2)]
    [InlineData("count = SubnetSold", 0)]
    [InlineData("first = taken-price, above = 4", 6 / 24.0)]
    [InlineData("first = taken-price, below = 0.5", Nothing)]
    [InlineData("first = taken-price, above = 4, at-most = 1 days", 1)]
    [InlineData("first = taken-price, below = 0.1, at-most = 1 days", 0)] // it never was: that is an event that did not happen
    [InlineData("measure = announced-24h", Nothing)] // nothing was announced
    [InlineData("measure = announced-24h, at-most = -50%", 0)]
    [InlineData("measure = root-apy-day-23, at-least = 1%", Nothing)] // the run is too short to tell
    public void Are_worked_by_hand(string form, double expected) => Assert.Equal(expected, Of($"metrics {{ it = {{ {form} }} }}").Values.Single(), 9);

    [Fact]
    public void Of_a_run_without_a_takeover_tell_nothing_of_one()
    {
        var set = SomeMetrics.Of("metrics { pumped = { measure = pump-multiple, at-least = 3 }, price = { series = taken-price, take = max } }");
        Assert.Equal([Nothing, Nothing], set.Of(Written(new WrittenRun { Hours = 24 })).Values);
    }

    [Theory]
    [InlineData(3, 1, -0.96875)]
    [InlineData(100, 0, Nothing)]
    public void Tell_something_only_where_what_is_given_happened(double multiple, double pumped, double fall)
    {
        var given = FormattableString.Invariant($$"""
            metrics {
              deep = { measure = worst-24h, given = crashed }
              crashed = { measure = worst-24h, at-most = -80%, given = pumped }
              pumped = { measure = pump-multiple, at-least = {{multiple}} }
            }
            """);
        Assert.Equal([fall, pumped == 1 ? 1 : Nothing, pumped], Of(given).Values);
    }

    [Fact]
    public void Come_with_series_at_multiples_of_a_time()
    {
        var outcome = Of("metrics { }, series { every = 2 days, of = [taken-price, price-sum, taken-price] }");
        Assert.Empty(outcome.Values);
        Assert.Equal([new("taken-price", 0, 0.5), new("taken-price", 14_400, 0.5), new SeriesValue("price-sum", 0, 1), new("price-sum", 14_400, 1)], outcome.Series);
    }

    [Fact]
    public void Hold_the_last_value_where_a_series_was_not_sampled() =>
        Assert.Equal([(0, 0.5), (750, 0.5), (1_500, 4.0)], Of("metrics { }, series { every = 2.5 hours, of = [taken-price] }").Series.Take(3).Select(seen => (seen.Block, seen.Value)));

    [Fact]
    public void Are_a_usual_set_where_nobody_says()
    {
        var set = SomeMetrics.Of("");
        Assert.Equal(MetricSet.Usual.Metrics, set.Metrics);
        var values = set.Metrics.Zip(set.Of(Written(Takeover)).Values, (metric, value) => (metric.Name, value)).Where(pair => !double.IsNaN(pair.value)).ToDictionary(pair => pair.Name, pair => pair.value);
        Assert.Equal((1.0, 32.0, 2.0), (values["price-sum"], values["pump-multiple"], values["crashes"]));
    }

    [Fact]
    public void That_no_metric_needs_are_not_looked_at()
    {
        var pricesGone = Takeover.Below(folder, "pricesGone");
        using (var run = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(pricesGone, "run.db")};Pooling=False"))
        {
            run.Open();
            using var drop = run.CreateCommand();
            drop.CommandText = "DROP TABLE prices";
            drop.ExecuteNonQuery();
        }
        var reader = RunReader.Open(pricesGone);
        Assert.Equal([1.0], SomeMetrics.Of("metrics { sum = { series = price-sum, take = final } }").Of(reader).Values);
        Assert.Throws<InvalidDataException>(() => SomeMetrics.Of("metrics { pumped = { measure = pump-multiple } }").Of(reader));
    }

    [Fact]
    public void Say_what_they_are()
    {
        var set = SomeMetrics.Of("""
            metrics {
              fall = { measure = worst-24h }
              crashed = { measure = worst-24h, at-most = -80%, given = pumped }
              pumped = { measure = pump-multiple, at-least = 3, meaning = it pumped }
              passed = { first = price-sum, above = 2 }
              sum-10 = { series = price-sum, at = 10 days }
            }
            """);
        Assert.Equal(
            [
                ("fall", MeasureUnit.Percent, false, null, "deepest fall within 24 hours since the takeover"),
                ("crashed", MeasureUnit.Percent, true, "pumped", "deepest fall within 24 hours since the takeover: at most -0.8"),
                ("pumped", MeasureUnit.Percent, true, null, "it pumped"),
                ("passed", MeasureUnit.Days, false, null, "days until price-sum is first above 2"),
                ("sum-10", MeasureUnit.Number, false, null, "sum of all prices, TAO per alpha; 10 days after genesis"),
            ],
            set.Metrics.Select(metric => (metric.Name, metric.Unit, metric.IsEvent, metric.Given, metric.Meaning)));
    }

    private RunOutcome Of(string metrics) => SomeMetrics.Of(metrics).Of(Written(Takeover));

    private RunReader Written(WrittenRun run) => RunReader.Open(run.Below(folder));
}
