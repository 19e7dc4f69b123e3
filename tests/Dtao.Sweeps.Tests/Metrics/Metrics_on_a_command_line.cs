using Dtao.Sweeps.Metrics;

namespace Dtao.Sweeps.Tests.Metrics;

public sealed class Metrics_on_a_command_line
{
    [Theory]
    [InlineData("pump-multiple", "metrics.pump-multiple={ measure = pump-multiple }")]
    [InlineData("drawdown", "metrics.drawdown={ figure = drawdown }")]
    [InlineData("price-sum:final", "metrics.price-sum-final={ series = price-sum, take = final }")]
    [InlineData("price-sum: max", "metrics.price-sum-max={ series = price-sum, take = max }")]
    [InlineData("price-sum", "metrics.price-sum={ series = price-sum, take = final }")]
    [InlineData("price-sum:10 days", "metrics.price-sum-10-days={ series = price-sum, at = 10 days }")]
    [InlineData("price-hhi:mean", "metrics.price-hhi-mean={ series = price-hhi, take = mean }")] // a figure has that name as well
    [InlineData("pump", "metrics.pump={ count = pump }")]
    [InlineData("CapBegan>=2", "metrics.capbegan-from-2={ count = CapBegan, at-least = 2 }")]
    [InlineData("worst-24h<=-80%", "metrics.worst-24h-to-minus-80={ measure = worst-24h, at-most = -80% }")]
    [InlineData("price-sum:1 days>=1.5", "metrics.price-sum-1-days-from-1-5={ series = price-sum, at = 1 days, at-least = 1.5 }")]
    public void Are_those_of_a_sweep_file(string word, string setting) => Assert.Equal([setting], MetricWords.Settings([word]));

    [Theory]
    [InlineData("pump-multipel", "pump-multipel is no metric: did you mean \"pump-multiple\"?  (dtao measure --list names them all)")]
    [InlineData("whatever:final", "whatever:final is no metric: there is no such name  (dtao measure --list names them all)")]
    [InlineData("", " is no metric: there is no such name")]
    [InlineData("pump:final", "pump:final is no metric: pump is no series, and only of a series is a value taken")]
    [InlineData("price-sum:finl", "price-sum:finl is no metric: metrics.price-sum-finl.at is \"finl\"")]
    [InlineData("price-sum:10", "price-sum:10 is no metric: metrics.price-sum-10.at needs a unit: 10")]
    [InlineData("worst-24h<=much", "worst-24h<=much is no metric: metrics.worst-24h-to-much.at-most is \"much\", which is no fraction")]
    [InlineData("worst-24h<=", "worst-24h<= is no metric")]
    [InlineData("pump}, x = {", "pump}, x = { is no metric")]
    public void That_are_none_are_told_with_what_was_meant(string word, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => MetricWords.Settings(["pump", word])).Message, StringComparison.Ordinal);
}
