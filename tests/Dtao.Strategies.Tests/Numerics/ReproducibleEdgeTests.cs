using Dtao.Strategies.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Strategies.Tests.Numerics;

public class ReproducibleEdgeTests
{
    private const double Infinity = double.PositiveInfinity, Nan = double.NaN, Tiny = double.Epsilon;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-0.0, 1)]
    [InlineData(Infinity, Infinity)]
    [InlineData(-Infinity, 0)]
    [InlineData(Nan, Nan)]
    [InlineData(709.782712893384, 1.7976931348622732e308)]
    [InlineData(709.782712893385, Infinity)]
    [InlineData(-745.13321910194110842, Tiny)]
    [InlineData(-745.2, 0)]
    [InlineData(Tiny, 1)]
    public void Exponentials_keep_to_the_ends_of_the_range(double x, double expected) => Reproducible.Exp(x).ShouldBe(expected);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, -Infinity)]
    [InlineData(-0.0, -Infinity)]
    [InlineData(-1, Nan)]
    [InlineData(-Infinity, Nan)]
    [InlineData(Infinity, Infinity)]
    [InlineData(Nan, Nan)]
    [InlineData(Tiny, -744.4400719213812)]
    public void Logarithms_keep_to_the_ends_of_the_range(double x, double expected) => Reproducible.Log(x).ShouldBe(expected);

    [Fact]
    public void A_row_of_logarithms_has_the_bits_that_each_has_alone() => Prop.ForAll<double[]>(numbers =>
    {
        var row = Array.ConvertAll(numbers, Math.Abs).Concat(numbers).Concat(numbers.Select(number => 1 + number * 1e-17)).ToArray();
        var alone = Array.ConvertAll(row, Reproducible.Log);
        Reproducible.Log(row);
        return row.Select(BitConverter.DoubleToInt64Bits).SequenceEqual(alone.Select(BitConverter.DoubleToInt64Bits));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_row_of_logarithms_has_the_bits_that_each_has_alone_at_all_sizes()
    {
        var dice = Dice.For(1, 1, 1, Purpose.World);
        for (var round = 0; round < 20_000; round++)
        {
            double[] row = [.. Enumerable.Range(0, 1 + round % 9).Select(_ => Math.ScaleB(dice.Uniform(), dice.Below(2200) - 1100))];
            var alone = Array.ConvertAll(row, Reproducible.Log);
            Reproducible.Log(row);
            row.Select(BitConverter.DoubleToInt64Bits).ShouldBe(alone.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    public void A_row_of_powers_of_e_has_the_bits_that_each_has_alone()
    {
        var dice = Dice.For(1, 1, 2, Purpose.World);
        for (var round = 0; round < 20_000; round++)
        {
            double[] row = [.. Enumerable.Range(0, 1 + round % 9).Select(_ => dice.Chance(0.02) ? double.NaN : dice.Uniform(-1, 1) * Math.ScaleB(1, dice.Below(40) - (round % 3 == 0 ? 28 : 31)))];
            var alone = Array.ConvertAll(row, Reproducible.Exp);
            Reproducible.Exp(row);
            row.Select(BitConverter.DoubleToInt64Bits).ShouldBe(alone.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    public void Binary_logarithms_of_powers_of_two_are_whole()
    {
        for (var k = -1074; k <= 1023; k++) Reproducible.Log2(Math.ScaleB(1, k)).ShouldBe(k);
        Reproducible.Log2(0).ShouldBe(-Infinity);
        Reproducible.Log2(Infinity).ShouldBe(Infinity);
        Reproducible.Log2(-1).ShouldBe(Nan);
    }

    [Theory]
    [InlineData(-1, -Infinity)]
    [InlineData(-2, Nan)]
    [InlineData(Infinity, Infinity)]
    [InlineData(Tiny, Tiny)]
    [InlineData(Nan, Nan)]
    public void Logarithms_beside_one_keep_to_the_ends_of_the_range(double x, double expected) => Reproducible.Log1p(x).ShouldBe(expected);

    [Theory]
    [InlineData(Infinity, Infinity)]
    [InlineData(-Infinity, -1)]
    [InlineData(-800, -1)]
    [InlineData(Tiny, Tiny)]
    [InlineData(Nan, Nan)]
    public void Exponentials_less_one_keep_to_the_ends_of_the_range(double x, double expected) => Reproducible.Expm1(x).ShouldBe(expected);

    [Theory]
    [InlineData(Infinity, 1, 1)]
    [InlineData(-Infinity, -1, 0)]
    [InlineData(Nan, Nan, Nan)]
    [InlineData(-1000, -1, 0)]
    [InlineData(0, 0, 0.5)]
    public void Sigmoids_saturate(double x, double tanh, double logistic)
    {
        Reproducible.Tanh(x).ShouldBe(tanh);
        Reproducible.Logistic(x).ShouldBe(logistic);
    }

    [Fact]
    public void Zero_keeps_its_sign_through_odd_functions()
    {
        foreach (var f in new Func<double, double>[] { Reproducible.Sin, Reproducible.Tanh, Reproducible.Expm1, Reproducible.Log1p })
            double.IsNegative(f(-0.0)).ShouldBeTrue();
    }

    [Fact]
    public void Angles_are_taken_up_to_a_limit()
    {
        Reproducible.Sin(Infinity).ShouldBe(Nan);
        Reproducible.Cos(Nan).ShouldBe(Nan);
        Reproducible.Cos(0).ShouldBe(1);
        Should.Throw<ArgumentOutOfRangeException>(() => Reproducible.Sin(2 * Reproducible.LargestAngle));
    }

    [Fact]
    public void Powers_of_special_numbers_are_those_of_the_standard()
    {
        double[] special = [0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, Infinity, -Infinity, Nan, Tiny, -Tiny, double.MaxValue, double.MinValue, 1e300, 9007199254740993];
        foreach (var x in special)
            foreach (var y in special)
            {
                var (ours, theirs) = (Reproducible.Pow(x, y), Math.Pow(x, y));
                ours.ShouldBeWithin(1, theirs, x, y);
                if (theirs == 0) double.IsNegative(ours).ShouldBe(double.IsNegative(theirs));
            }
    }

    [Fact]
    public void Exponentials_and_logarithms_undo_each_other() =>
        Check.QuickThrowOnFailure(Prop.ForAll((NormalFloat x) =>
            Math.Abs(x.Get) > 700 || Math.Abs(Reproducible.Log(Reproducible.Exp(x.Get)) - x.Get) <= 1e-15 + 1e-15 * Math.Abs(x.Get)));

    [Fact]
    public void Exponentials_never_fall() =>
        Check.QuickThrowOnFailure(Prop.ForAll((NormalFloat x) => Reproducible.Exp(Math.BitIncrement(x.Get)) >= Reproducible.Exp(x.Get)));

    [Fact]
    public void Sine_and_cosine_stay_on_the_circle() =>
        Check.QuickThrowOnFailure(Prop.ForAll((NormalFloat x) =>
        {
            var angle = Math.IEEERemainder(x.Get, Reproducible.LargestAngle);
            var (s, c) = (Reproducible.Sin(angle), Reproducible.Cos(angle));
            return Math.Abs(s * s + c * c - 1) < 1e-15;
        }));
}
