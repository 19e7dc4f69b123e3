using Dtao.Records.Statistics;

namespace Dtao.Records.Tests.Statistics;

public sealed class ReturnStatisticsTests
{
    private const double Missing = double.NaN;

    [Theory]
    [InlineData(new double[] { 1, Math.E, Math.E }, new double[] { 1, 0 })]
    [InlineData(new double[] { 4, 1 }, new double[] { -1.3862943611198906 })] // ln(1/4)
    [InlineData(new double[] { 1, Missing, 2, 2 }, new double[] { Missing, Missing, 0 })]
    [InlineData(new double[] { 7 }, new double[0])]
    [InlineData(new double[0], new double[0])]
    public void Returns_are_logarithms_and_miss_where_a_price_misses(double[] prices, double[] expected) => AssertSame(expected, LogReturns.Of(prices));

    [Theory]
    [InlineData(new double[] { 1, 3 }, 1.4142135623730951)] // mean 2, squares 1 + 1 over n - 1 = 1
    [InlineData(new double[] { 2, 4, 4, 4, 5, 5, 7, 9 }, 2.1380899352993952)] // squares 32 over 7
    [InlineData(new double[] { 1, Missing, 3 }, 1.4142135623730951)]
    public void Standard_deviation_is_that_of_a_sample(double[] returns, double expected) => Assert.Equal(expected, ReturnMoments.StandardDeviation(returns), 12);

    // Worked by hand. ±1: m2 = m4 = 1, so 1 - 3. Nine zeros and a ten: m2 = 9, m4 = (9·1 + 6561) / 10 = 657; 657/81 - 3.
    [Theory]
    [InlineData(new double[] { -1, 1, -1, 1 }, -2)]
    [InlineData(new double[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 10 }, 5.111111111111111)]
    [InlineData(new double[] { -1, 1, Missing, -1, 1 }, -2)]
    public void Excess_kurtosis_is_the_fourth_moment_over_the_squared_second_less_three(double[] returns, double expected) =>
        Assert.Equal(expected, ReturnMoments.ExcessKurtosis(returns), 12);

    // The tail of half of {8, 4, 2, 1} is {8, 4}, above 2: 2 / (ln 4 + ln 2) = 2 / (3 ln 2).
    [Theory]
    [InlineData(new double[] { 1, -2, 4, -8 }, 0.5, 0.9617966939259756)]
    [InlineData(new double[] { 1, -2, 0, Missing, 4, -8 }, 0.5, 0.9617966939259756)]
    [InlineData(new double[] { 1, -2, 4, -8 }, 0.25, Missing)] // one return is no tail
    [InlineData(new double[] { 3, 3, 3, 3 }, 0.5, Missing)]
    public void Hill_is_how_many_lie_in_the_tail_over_the_sum_of_their_logs_above_its_edge(double[] returns, double tail, double expected) =>
        Assert.Equal(expected, HillExponent.Of(returns, tail), 12);

    [Fact]
    public void Hill_finds_the_exponent_of_a_power_law()
    {
        // The quantiles of a Pareto law with exponent 1.6.
        var returns = Enumerable.Range(1, 20_000).Select(i => Math.Pow(i / 20_001.0, -1 / 1.6));
        Assert.InRange(HillExponent.Of(returns), 1.58, 1.62);
    }

    // Mean 2.5; deviations -1.5 -0.5 0.5 1.5, squares 5; lag 1: 0.75 - 0.25 + 0.75 = 1.25; lag 2: -0.75 - 0.75.
    [Theory]
    [InlineData(1, new double[] { 1, 2, 3, 4 }, 0.25)]
    [InlineData(2, new double[] { 1, 2, 3, 4 }, -0.3)]
    [InlineData(1, new double[] { 1, -1, 1, -1 }, -0.75)]
    [InlineData(1, new double[] { 1, Missing, -1, 1, -1 }, -0.5)] // squares 4, pairs (-1, 1) and (1, -1)
    [InlineData(1, new double[] { 2, 2, 2 }, Missing)]
    [InlineData(3, new double[] { 1, 2, 3 }, Missing)]
    public void Autocorrelation_is_shared_deviation_over_all_deviation(int lag, double[] series, double expected) =>
        Assert.Equal(expected, Autocorrelation.At(lag, series), 12);

    [Fact]
    public void Autocorrelation_of_sizes_does_not_see_signs() =>
        Assert.Equal(Autocorrelation.At(1, [1, 2, 3, 4]), Autocorrelation.OfSizeAt(1, [1, -2, 3, -4]), 12);

    private static void AssertSame(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 12));
    }
}
