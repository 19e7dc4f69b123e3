namespace Dtao.Strategies.Numerics;

public static partial class Reproducible
{
    private const long SmallestNormalBits = 0x0010_0000_0000_0000, InfinityBits = 0x7FF0_0000_0000_0000, HalfRootBits = 0x3FE6_A09E_667F_3BCD;

    private const double TwoTo54 = 18014398509481984.0;

    /// <summary>Natural logarithm; −∞ at 0, not a number below.</summary>
    /// <remarks>Reduction to √½ ≤ m &lt; √2 and the polynomial of fdlibm's <c>e_log.c</c> (Sun Microsystems, 1993).</remarks>
    public static double Log(double x)
    {
        if (!IsPositiveNormal(x)) return LogAtTheEdge(x);
        var (k, m) = Split(x);
        return LogOf(k, m - 1);
    }

    /// <summary>ln(1 + x), exact to the end where x is near 0.</summary>
    /// <remarks>Kahan's correction for what 1 + x rounds away (HP-15C Advanced Functions Handbook, 1982).</remarks>
    public static double Log1p(double x)
    {
        var sum = 1 + x;
        if (sum == 1 || double.IsInfinity(sum)) return sum > 0 ? x : double.NaN;
        return sum == 0 ? double.NegativeInfinity : Log(sum) - (sum - 1 - x) / sum;
    }

    /// <summary>Logarithm to base 2; whole for powers of two.</summary>
    public static double Log2(double x)
    {
        if (!IsPositiveNormal(x)) return x is > 0 and < 1 ? Log2(x * TwoTo54) - 54 : LogAtTheEdge(x);
        var (k, m) = Split(x);
        return k + LogOf(0, m - 1) * InverseLn2;
    }

    private static double LogAtTheEdge(double x)
    {
        if (x == 0) return double.NegativeInfinity;
        if (!(x > 0)) return double.NaN;
        if (double.IsInfinity(x)) return x;
        var (k, m) = Split(x * TwoTo54);
        return LogOf(k - 54, m - 1);
    }

    private static bool IsPositiveNormal(double x) => BitConverter.DoubleToInt64Bits(x) is >= SmallestNormalBits and < InfinityBits;

    /// <summary>x = 2ᵏ · m with m in [√½, √2), for a positive normal x.</summary>
    private static (long K, double M) Split(double x)
    {
        var k = (BitConverter.DoubleToInt64Bits(x) - HalfRootBits) >> FractionBits;
        return (k, ScaleNormal(x, -k));
    }

    /// <summary>k · ln 2 + ln(1 + f).</summary>
    private static double LogOf(double k, double f)
    {
        var s = f / (2 + f);
        var z = s * s;
        var w = z * z;
        var odd = z * (6.666666666666735130e-01 + w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
        var even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
        var halfSquare = 0.5 * f * f;
        return s * (halfSquare + (even + odd)) + k * Ln2Low - halfSquare + f + k * Ln2High;
    }
}
