using System.Numerics;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Units;

public sealed class Fixed_point
{
    [Fact]
    public void products_round_down_and_quotients_towards_zero() => ForAll((a, b) =>
    {
        var (x, y) = (new I32F32(a), new I32F32(b >> 16));
        return Fits(BigInteger.Multiply(x.Raw, y.Raw) >> 32, () => x * y) && (y.Raw == 0 || Fits((BigInteger)x.Raw * (1L << 32) / y.Raw, () => x / y));
    });

    [Fact]
    public void a_divisor_divides_like_a_division() => ForAll((a, b) =>
    {
        var (x, y) = (new I32F32(Math.Abs(a >> 8)), new I32F32(Math.Abs(b >> 8)));
        return y.Raw == 0 || Fits((BigInteger)x.Raw * (1L << 32) / y.Raw, () => new Divisor(y).Divide(x));
    });

    [Fact]
    public void the_lesser_and_the_greater_are_one_of_the_two() => ForAll((a, b) =>
    {
        var (x, y) = (new I32F32(a >> 2), new I32F32(b >> 2));
        return I32F32.Min(x, y).Raw == Math.Min(x.Raw, y.Raw) && I32F32.Max(x, y).Raw == Math.Max(x.Raw, y.Raw);
    });

    [Theory] // Math.Exp and Math.Log are the oracle; the chain's constants have 23 bits
    [InlineData(-3.5)]
    [InlineData(-0.25)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(4)]
    public void exp_and_ln_are_near_the_real_ones(double x)
    {
        Assert.Equal(Math.Exp(x), Transcendental.Exp(I32F32.FromDouble(x))!.Value.ToDouble(), 1e-6 * Math.Exp(Math.Abs(x)));
        Assert.Equal(x, Transcendental.Ln(I32F32.FromDouble(Math.Exp(x)))!.Value.ToDouble(), 1e-6);
    }

    [Fact]
    public void exp_of_too_much_and_ln_of_nothing_are_none()
    {
        Assert.Null(Transcendental.Exp(I32F32.FromInteger(25)));
        Assert.Null(Transcendental.Exp(I32F32.MaxValue));
        Assert.Null(Transcendental.Ln(I32F32.Zero));
    }

    private static void ForAll(Func<long, long, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Wide(), Wide(), holds));

    /// <summary>Whole numbers of every size up to 2⁶³.</summary>
    private static Arbitrary<long> Wide() =>
        (from high in Gen.Choose(int.MinValue, int.MaxValue)
         from low in Gen.Choose(int.MinValue, int.MaxValue)
         from shift in Gen.Choose(0, 63)
         select ((long)high << 32 | unchecked((uint)low)) >> shift).ToArbitrary();

    private static bool Fits(BigInteger expected, Func<I32F32> found)
    {
        if (expected >= long.MinValue && expected <= long.MaxValue) return found().Raw == expected;
        Assert.Throws<OverflowException>(() => found());
        return true;
    }
}
