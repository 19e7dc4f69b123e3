using Dtao.Strategies.Numerics;
using MathNet.Numerics.Distributions;

namespace Dtao.Strategies.Tests.Numerics;

public class DiceDistributionTests
{
    private const int Count = 50_000;

    [Fact]
    public void Uniform_numbers_are_uniform() => Drawn(d => d.Uniform()).ShouldFollow(x => x);

    [Fact]
    public void Open_uniform_numbers_never_touch_the_ends() => Drawn(d => d.UniformOpen()).ShouldAllBe(x => x > 0 && x < 1);

    [Fact]
    public void Normal_numbers_are_normal() => Drawn(d => d.Normal(3, 2)).ShouldFollow(x => Normal.CDF(3, 2, x));

    [Fact]
    public void Log_normal_numbers_have_their_median_and_spread() => Drawn(d => d.LogNormal(5, 0.7)).ShouldFollow(x => LogNormal.CDF(Math.Log(5), 0.7, x));

    [Fact]
    public void Exponential_numbers_have_their_mean() => Drawn(d => d.Exponential(12)).ShouldFollow(x => Exponential.CDF(1 / 12.0, x));

    [Fact]
    public void Pareto_numbers_have_their_tail() => Drawn(d => d.Pareto(1.2, 3)).ShouldFollow(x => Pareto.CDF(3, 1.2, x));

    [Theory]
    [InlineData(0.5)]
    [InlineData(7)]
    [InlineData(29.9)]
    [InlineData(30)]
    [InlineData(200)]
    [InlineData(5000)]
    public void Poisson_numbers_have_their_chances(double mean) => Counted(d => d.Poisson(mean)).ShouldFollow(k => Poisson.PMF(mean, k));

    [Theory]
    [InlineData(1e9)]
    [InlineData(1e14)]
    public void Huge_poisson_numbers_are_nearly_normal(double mean) =>
        Drawn(d => (d.Poisson(mean) - mean) / Math.Sqrt(mean)).ShouldFollow(x => Normal.CDF(0, 1, x));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Each_number_below_a_limit_is_equally_likely(int limit) => Counted(d => d.Below(limit)).ShouldFollow(k => k < limit ? 1.0 / limit : 0);

    [Fact]
    public void A_limit_that_does_not_divide_the_range_brings_no_bias() =>
        Counted(d => d.Below(3 << 29) >> 29).ShouldFollow(k => k < 3 ? 1 / 3.0 : 0);

    [Fact]
    public void Every_order_of_four_is_equally_likely() =>
        Counted(d =>
        {
            int[] items = [0, 1, 2, 3];
            d.Shuffle<int>(items);
            return ((items[0] * 4) + items[1]) * 4 + items[2];
        }).GroupBy(x => x).Select(g => (double)g.Count()).ToArray().ShouldSatisfyAllConditions(
            counts => counts.Length.ShouldBe(24),
            counts => counts.ShouldAllBe(c => Math.Abs(c - Count / 24.0) < 4 * Math.Sqrt(Count / 24.0)));

    [Fact]
    public void A_chance_comes_as_often_as_it_says() => Counted(d => d.Chance(0.3) ? 1 : 0).ShouldFollow(k => k == 1 ? 0.3 : 0.7);

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        var dice = Dice.For(1, 1, 1, Purpose.Decide);
        Should.Throw<ArgumentOutOfRangeException>(() => dice.Below(0));
        Should.Throw<ArgumentOutOfRangeException>(() => dice.Chance(1.1));
        Should.Throw<ArgumentOutOfRangeException>(() => dice.Chance(double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => dice.Normal(0, -1));
        Should.Throw<ArgumentOutOfRangeException>(() => dice.Poisson(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => dice.Pick(Array.Empty<int>()));
    }

    private static double[] Drawn(Func<Dice, double> draw)
    {
        var dice = Dice.For(11, 22, 33, Purpose.Named("tests"));
        return [.. Enumerable.Range(0, Count).Select(_ => draw(dice))];
    }

    private static long[] Counted(Func<Dice, long> draw)
    {
        var dice = Dice.For(44, 55, 66, Purpose.Named("tests"));
        return [.. Enumerable.Range(0, Count).Select(_ => draw(dice))];
    }
}
