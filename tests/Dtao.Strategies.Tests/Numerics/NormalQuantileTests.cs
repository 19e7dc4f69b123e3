using Dtao.Strategies.Numerics;
using MathNet.Numerics.Distributions;

namespace Dtao.Strategies.Tests.Numerics;

public class NormalQuantileTests
{
    /// <summary>The check values of Wichura's paper (1988).</summary>
    [Theory]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167814)]
    [InlineData(1e-20, -9.262340089798408)]
    public void Published_values_are_met(double probability, double expected) =>
        NormalQuantile.At(probability).ShouldBe(expected, 1e-14);

    [Fact]
    public void It_agrees_with_an_oracle_and_is_symmetric()
    {
        for (var i = 1; i < 4096; i++)
        {
            var p = i / 4096.0;
            NormalQuantile.At(p).ShouldBe(Normal.InvCDF(0, 1, p), 1e-12);
            NormalQuantile.At(1 - p).ShouldBe(-NormalQuantile.At(p));
        }
    }

    [Fact]
    public void The_ends_are_infinite_and_beyond_them_is_nothing()
    {
        NormalQuantile.At(0).ShouldBe(double.NegativeInfinity);
        NormalQuantile.At(1).ShouldBe(double.PositiveInfinity);
        NormalQuantile.At(-0.1).ShouldBe(double.NaN);
        NormalQuantile.At(double.NaN).ShouldBe(double.NaN);
    }

    [Fact]
    public void A_row_has_the_bits_that_each_has_alone()
    {
        var dice = Dice.For(1, 1, 1, Purpose.World);
        for (var round = 0; round < 20_000; round++)
        {
            double[] row = [.. Enumerable.Range(0, round % 100 == 0 ? 300 : 1 + round % 9).Select(_ => dice.Chance(0.02) ? dice.Pick([0, 0.075, 0.5, 0.925, 1, -0.1, double.NaN, 1e-300]) : dice.Uniform())];
            var alone = Array.ConvertAll(row, NormalQuantile.At);
            NormalQuantile.At(row);
            row.Select(BitConverter.DoubleToInt64Bits).ShouldBe(alone.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    public void A_row_of_draws_is_the_draws_one_after_the_other()
    {
        var (row, single) = (Dice.For(1, 1, 1, Purpose.World), Dice.For(1, 1, 1, Purpose.World));
        for (var length = 0; length < 100; length++)
        {
            var drawn = new double[length];
            row.Normal(0.1, 2, drawn);
            foreach (var number in drawn) number.ShouldBe(single.Normal(0.1, 2));
        }
        row.NextUInt64().ShouldBe(single.NextUInt64());
    }
}
