using Dtao.Sweeps.Episodes;

namespace Dtao.Sweeps.Tests.Episodes;

public sealed class A_bootstrapped_median
{
    private static readonly double[] Hundred = [.. Enumerable.Range(1, 100).Select(i => (double)i)];

    [Fact]
    public void of_one_value_is_that_value() => Assert.Equal(new Interval(7, 7, 7, 1), Bootstrap.Median([7]));

    [Fact]
    public void passes_over_what_is_not_known() => Assert.Equal(new Interval(7, 7, 7, 2), Bootstrap.Median([7, double.NaN, 7]));

    [Fact]
    public void of_nothing_is_not_known() => Assert.Equal((0, true), (Bootstrap.Median([]).Count, double.IsNaN(Bootstrap.Median([]).Median)));

    [Fact]
    public void is_the_same_each_time() => Assert.Equal(Bootstrap.Median(Hundred), Bootstrap.Median(Hundred));

    /// <summary>The median of n values drawn uniformly from 0 to L has standard error L ÷ (2·√n): 5 here, and 1.645 times that on each side.</summary>
    [Fact]
    public void spreads_as_the_median_does()
    {
        var found = Bootstrap.Median(Hundred);
        Assert.Equal(50.5, found.Median);
        Assert.InRange(found.Low, 50.5 - 8.2 - 3, 50.5 - 8.2 + 3);
        Assert.InRange(found.High, 50.5 + 8.2 - 3, 50.5 + 8.2 + 3);
    }
}
