namespace Dtao.Strategies.Numerics;

public static partial class Reproducible
{
    private static readonly Wide Third = Wide.Quotient(1, 3);

    /// <summary>xʸ, with the special cases of IEEE 754 §9.2.1.</summary>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1) return 1;
        if (double.IsNaN(x) || double.IsNaN(y)) return double.NaN;
        if (y == 1) return x;
        var magnitude = PowOfPositive(Math.Abs(x), y);
        if (!double.IsNegative(x)) return magnitude;
        if (double.IsOddInteger(y)) return -magnitude;
        var hasRealValue = double.IsEvenInteger(y) || x == 0 || double.IsInfinity(x) || double.IsInfinity(y);
        return hasRealValue ? magnitude : double.NaN;
    }

    private static double PowOfPositive(double x, double y)
    {
        if (x == 1) return 1;
        var rough = y * Log(x);
        if (rough > ExpOverflowsAbove + 1) return double.PositiveInfinity;
        if (rough < ExpVanishesBelow - 1) return 0;
        var exponent = WideLog(x) * y;
        var power = Exp(exponent.High);
        return double.IsInfinity(power) ? power : power + power * exponent.Low;
    }

    /// <summary>ln x to about 2⁻⁶⁴: with s = (m − 1) ÷ (m + 1), k · ln 2 + 2 (s + s³/3 + s⁵/5 …), the first two terms wide.</summary>
    private static Wide WideLog(double x)
    {
        var isSubnormal = !IsPositiveNormal(x);
        var (k, m) = Split(isSubnormal ? x * TwoTo54 : x);
        if (isSubnormal) k -= 54;
        var s = Wide.Quotient(m - 1, Wide.Sum(m, 1));
        var square = s * s;
        var z = square.High;
        var tail = s.High * z * z * (1 / 5.0 + z * (1 / 7.0 + z * (1 / 9.0 + z * (1 / 11.0 + z * (1 / 13.0 + z * (1 / 15.0
            + z * (1 / 17.0 + z * (1 / 19.0 + z * (1 / 21.0 + z * (1 / 23.0 + z * (1 / 25.0)))))))))));
        var half = s + (s * square * Third + tail);
        return new Wide(k * Ln2High, 0) + (new Wide(2 * half.High, 2 * half.Low) + k * Ln2Low);
    }
}
