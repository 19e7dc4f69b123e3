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
}
