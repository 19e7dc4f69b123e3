using Dtao.Records.Statistics;

namespace Dtao.Records.Tests.Statistics;

public sealed class A_survival_time
{
    // Worked by hand with the product limit: a plus lasted longer than anybody looked.
    [Theory]
    [InlineData("1 2 3 4", 2)] // 3/4, then 1/2
    [InlineData("1 2 3", 2)] // 2/3, then 1/3
    [InlineData("1+ 2 3+ 4 5", 4)] // of four 3/4; of two 3/8
    [InlineData("2 2+ 2+ 2+ 2+", double.NaN)] // 4/5
    [InlineData("3+ 4+", double.NaN)]
    [InlineData("5", 5)]
    [InlineData("", double.NaN)]
    public void is_the_time_by_which_half_has_ended(string seen, double median) =>
        Assert.Equal(median, SurvivalTime.Median(seen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => (double.Parse(one.TrimEnd('+'), System.Globalization.CultureInfo.InvariantCulture), !one.EndsWith('+')))), 12);
}
