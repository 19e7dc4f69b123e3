using Dtao.Sweeps.Metrics;

namespace Dtao.Sweeps.Tests.Metrics;

public sealed class Metrics_that_are_wrong
{
    [Theory]
    [InlineData("metrics { it = { measure = pump-multipel } }", "metrics.it.measure is \"pump-multipel\", which is no measure", "did you mean \"pump-multiple\"?  (dtao measure --list names them all)")]
    [InlineData("metrics { it = { measure = drawdow } }", "metrics.it.measure is \"drawdow\", which is no measure", "did you mean \"drawdown\"?")]
    [InlineData("metrics { it = { measure = whatever } }", "metrics.it.measure is \"whatever\", which is no measure", "(dtao measure --list names them all)")]
    [InlineData("metrics { it = { measure = price-sum } }", "metrics.it.measure is \"price-sum\", which is no measure", "it is a series: write series = price-sum, take = final")]
    [InlineData("metrics { it = { figure = worst-24h } }", "metrics.it.figure is \"worst-24h\", which is no figure", "it is a measure: write measure = worst-24h")]
    [InlineData("metrics { it = { series = price-summ, take = final } }", "metrics.it.series is \"price-summ\", which is no series", "did you mean \"price-sum\"?")]
    [InlineData("metrics { it = { series = price-sum, take = last } }", "metrics.it.take is \"last\"", "(known: final, min, max, mean)")]
    [InlineData("metrics { it = { series = price-sum } }", "metrics.it.take is missing", "")]
    [InlineData("metrics { it = { series = price-sum, at = 10 } }", "metrics.it.at needs a unit", "10")]
    [InlineData("metrics { it = { series = price-sum, at = 1 days, take = max } }", "metrics.it.at goes with no take", "")]
    [InlineData("metrics { it = { count = pumps } }", "metrics.it.count is \"pumps\", which is no detection or event", "did you mean \"pump\"?")]
    [InlineData("metrics { it = { count = EpochDrained } }", "metrics.it.count is \"EpochDrained\", which is no detection or event", "")] // not in the narrative
    [InlineData("metrics { it = { first = price-summ, above = 2 } }", "metrics.it.first is \"price-summ\", which is no series", "did you mean \"price-sum\"?")]
    [InlineData("metrics { it = { first = price-sum } }", "metrics.it.above is missing", "")]
    [InlineData("metrics { it = { first = price-sum, above = 2, below = 1 } }", "metrics.it.below goes with no above", "")]
    [InlineData("metrics { it = { first = tao-in-pools, above = 2 } }", "metrics.it.above needs a unit", "2 tao")]
    [InlineData("metrics { it = { measure = worst-24h, at-least = -80% , at-most = -90% } }", "metrics.it.at-least is above at-most", "")]
    [InlineData("metrics { it = { measure = pump-hours, at-least = 3 } }", "metrics.it.at-least needs a unit", "3")]
    [InlineData("metrics { it = { measure = worst-24h, count = pump } }", "metrics.it.count is one too many beside measure", "")]
    [InlineData("metrics { it = { } }", "metrics.it.measure is missing", "")]
    [InlineData("metrics { it = { mesure = worst-24h } }", "unknown key metrics.it.mesure", "did you mean \"measure\"?")]
    [InlineData("metrics { it = { measure = worst-24h, take = min } }", "unknown key metrics.it.take", "")]
    [InlineData("metrics { It = { measure = worst-24h } }", "metrics.It is no name of a metric", "small letter")]
    [InlineData("metrics { seed = { measure = worst-24h } }", "metrics.seed is what a sweep calls something else", "")]
    [InlineData("metrics { it = { measure = worst-24h, given = pumpd }, pumped = { count = pump, at-least = 1 } }", "metrics.it.given is \"pumpd\", which is no metric", "did you mean \"pumped\"?")]
    [InlineData("metrics { it = { measure = worst-24h, given = pumps }, pumps = { count = pump } }", "metrics.it.given is pumps, which is no event", "give pumps at-least or at-most")]
    [InlineData("metrics { a = { count = pump, at-least = 1, given = b }, b = { count = crash, at-least = 1, given = a } }", "metrics.a.given leads back to itself", "")]
    [InlineData("metrics { a = { count = pump, at-least = 1, given = a } }", "metrics.a.given leads back to itself", "")]
    [InlineData("series { every = 1 hours, of = [price-summ] }", "series.of[0] is \"price-summ\"", "did you mean \"price-sum\"?")]
    [InlineData("series { every = 0 blocks, of = [price-sum] }", "series.every is 0 blocks", "")]
    [InlineData("series { of = [price-sum] }", "series.every is missing", "")]
    public void Are_told_at_their_place_with_what_to_write(string text, string message, string remedy)
    {
        var (_, wrong) = SomeMetrics.Read(text);
        var told = Assert.Single(wrong, diagnostic => diagnostic.Message.StartsWith(message, StringComparison.Ordinal));
        Assert.Contains(remedy, $"{told.Message} {told.Remedy}");
    }

    [Theory]
    [InlineData("metrics { it = { measure = whatever, at-most = -80% }, other = { count = pump, at-least = 1, given = it } }")]
    [InlineData("metrics { it = { mesure = worst-24h } }")]
    [InlineData("metrics { it = { first = whatever, above = 3 } }")]
    [InlineData("metrics { it = { series = whatever, take = final } }")]
    public void Are_told_once(string text) => Assert.Single(SomeMetrics.Read(text).Wrong);

    [Fact]
    public void Are_told_all_in_one_pass_each_by_its_line()
    {
        var (_, wrong) = SomeMetrics.Read("""
            metrics {
              a = { measure = whatever }
              b = { series = whatever, take = final }
              c = { count = whatever }
              d = { measure = pump-multiple, given = whatever }
            }
            series { every = 1 hours, of = [whatever] }
            """);
        Assert.Equal([2, 3, 4, 5, 7], wrong.Select(diagnostic => diagnostic.Line).Order());
    }

    [Theory]
    [InlineData("series { every = 90 min, of = [price-sum] }", 7_200, 300, "series.every is 450 blocks, and runs are sampled every 300")]
    [InlineData("metrics { it = { series = price-sum, at = 10 days } }", 7_200, 300, "metrics.it is taken 72000 blocks after genesis, and runs last 7200")]
    [InlineData("metrics { it = { measure = worst-24h } }", 7_200, 700, "metrics.it needs samples every hour, and runs are sampled every 700 blocks")]
    public void For_the_runs_that_are_planned_are_told_as_well(string text, long runBlocks, long sampleBlocks, string message)
    {
        var told = Assert.Single(SomeMetrics.Of(text).Misfits(runBlocks, sampleBlocks));
        Assert.Equal((message, 1), (told.Message, told.Line));
    }

    [Fact]
    public void For_other_runs_are_right_for_those_they_fit() =>
        Assert.Empty(SomeMetrics.Of("metrics { it = { series = price-sum, at = 1 days }, fall = { measure = worst-24h } }, series { every = 1 hours, of = [price-sum] }").Misfits(7_200, 300));

    [Fact]
    public void The_usual_ones_fit_any_run_that_is_sampled_every_hour()
    {
        Assert.Empty(MetricSet.Usual.Misfits(1_000, 300));
        Assert.Empty(MetricSet.Usual.Misfits(299, 700));
        Assert.Equal("usual metrics", MetricSet.Usual.Misfits(1_000, 700).First().File);
    }
}
