namespace Dtao.Strategies.Numerics;

public static partial class Reproducible
{
    /// <summary>Largest angle that is taken; radians, 2⁴⁰.</summary>
    public const double LargestAngle = 1099511627776.0;

    private const double TwoOverPi = 0.63661977236758134308;

    /// <summary>π/2 in three parts, each the nearest double to what the ones before leave.</summary>
    private const double HalfPi1 = 1.57079632679489655800e+00, HalfPi2 = 6.12323399573676603587e-17, HalfPi3 = -1.49738490485916983e-33;

    /// <summary>Sine of an angle in radians; not a number at ±∞.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A finite angle beyond <see cref="LargestAngle"/>.</exception>
    public static double Sin(double x) => x == 0 ? x : AtQuarter(x, 0);

    /// <summary>Cosine of an angle in radians; not a number at ±∞.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A finite angle beyond <see cref="LargestAngle"/>.</exception>
    public static double Cos(double x) => AtQuarter(x, 1);

    /// <summary>Sine of x + quarters · π/2.</summary>
    private static double AtQuarter(double x, long quarters)
    {
        if (!double.IsFinite(x)) return double.NaN;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(x), LargestAngle, nameof(x));
        var shifted = x * TwoOverPi + Rounder;
        var r = LessQuarters(x, shifted - Rounder);
        return ((BitConverter.DoubleToInt64Bits(shifted) + quarters) & 3) switch
        {
            0 => SmallSin(r),
            1 => SmallCos(r),
            2 => -SmallSin(r),
            _ => -SmallCos(r),
        };
    }

    /// <summary>x − n · π/2, to the last bit even where they nearly cancel.</summary>
    private static Wide LessQuarters(double x, double n)
    {
        if (n == 0) return x;
        var first = Wide.Product(n, HalfPi1);
        return Wide.Sum(x - first.High, -first.Low) + -Wide.Product(n, HalfPi2) + -n * HalfPi3;
    }

    /// <remarks>fdlibm's <c>k_sin.c</c> (Sun Microsystems, 1993), |r| ≤ π/4.</remarks>
    private static double SmallSin(Wide r)
    {
        var x = r.High;
        var z = x * x;
        var tail = 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04 + z * (2.75573137070700676789e-06
            + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)));
        return x - (z * (0.5 * r.Low - z * x * tail) - r.Low - z * x * -1.66666666666666324348e-01);
    }

    /// <remarks>fdlibm's <c>k_cos.c</c> (Sun Microsystems, 1993), |r| ≤ π/4.</remarks>
    private static double SmallCos(Wide r)
    {
        var z = r.High * r.High;
        var tail = z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * (2.48015872894767294178e-05
            + z * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))));
        var half = 0.5 * z;
        var w = 1 - half;
        return w + (1 - w - half + (z * tail - r.High * r.Low));
    }
}
