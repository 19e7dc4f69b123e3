using Dtao.Records.Statistics;

namespace Dtao.Records.Tests.Statistics;

public sealed class ConcentrationTests
{
    // Worked by hand: |1−2|, |1−3|, |2−3| twice over 9 pairs is 8/9; half of it over the mean 2 is 2/9.
    [Theory]
    [InlineData(new double[0], 0)]
    [InlineData(new double[] { 7 }, 0)]
    [InlineData(new double[] { 0, 0 }, 0)]
    [InlineData(new double[] { 4, 4, 4, 4 }, 0)]
    [InlineData(new double[] { 0, 0, 0, 5 }, 0.75)]
    [InlineData(new double[] { 3, 1, 2 }, 2.0 / 9)]
    [InlineData(new double[] { 1, 3 }, 0.25)]
    public void Gini_is_half_the_mean_difference_over_the_mean(double[] amounts, double expected) =>
        Assert.Equal(expected, Gini.Of(amounts), 12);

    [Theory]
    [InlineData(new double[0], 0)]
    [InlineData(new double[] { 0 }, 0)]
    [InlineData(new double[] { 5 }, 1)]
    [InlineData(new double[] { 1, 1, 1, 1 }, 0.25)]
    [InlineData(new double[] { 1, 3 }, 0.625)] // (1/4)² + (3/4)²
    public void Hhi_is_the_sum_of_squared_shares(double[] amounts, double expected) =>
        Assert.Equal(expected, Hhi.Of(amounts), 12);

    [Theory]
    [InlineData(new double[] { 1, 5, 2, 2 }, 1, 0.5)]
    [InlineData(new double[] { 1, 5, 2, 2 }, 2, 0.7)]
    [InlineData(new double[] { 1, 5, 2, 2 }, 10, 1)]
    [InlineData(new double[] { 1, 5, 2, 2 }, 0, 0)]
    [InlineData(new double[] { 0, 0 }, 1, 0)]
    public void Top_share_is_what_the_largest_have_of_all(double[] amounts, int count, double expected) =>
        Assert.Equal(expected, TopShare.Of(amounts, count), 12);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_amount_that_is_none_is_refused(double amount)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Gini.Of([1, amount]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hhi.Of([1, amount]));
        Assert.Throws<ArgumentOutOfRangeException>(() => TopShare.Of([1, amount], 1));
    }
}
