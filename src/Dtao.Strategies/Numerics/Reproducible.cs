namespace Dtao.Strategies.Numerics;

/// <summary>Elementary functions whose bits are the same on every x64 processor.</summary>
/// <remarks>
/// Made from + − × ÷ and √ only, which IEEE 754 defines to the last bit. <see cref="Math"/> calls the C library, which picks variants by processor.
/// Errors, in units in the last place: Exp, Log, Sin, Cos below 1; Expm1, Log1p, Log2, Logistic, Pow below 2; Tanh below 3.
/// </remarks>
public static partial class Reproducible
{
    /// <summary>1.5 · 2⁵². Adding it leaves the nearest whole number in the low bits of the sum.</summary>
    private const double Rounder = 6755399441055744.0;

    private const double InverseLn2 = 1.44269504088896338700;

    /// <summary>ln 2 in two parts; the high one ends in zeros, so that its product with any exponent is exact.</summary>
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;

    private const int FractionBits = 52;

    /// <summary>x · 2ⁿ for a normal x whose product is normal too.</summary>
    private static double ScaleNormal(double x, long n) =>
        BitConverter.Int64BitsToDouble(unchecked(BitConverter.DoubleToInt64Bits(x) + (n << FractionBits)));
}
