namespace Dtao.Strategies.Numerics;

public static partial class Reproducible
{
    /// <summary>Beyond it a result may be subnormal or infinite.</summary>
    private const double ExpIsNormalBelow = 708;

    private const double ExpOverflowsAbove = 709.782712893383973096;
    private const double ExpVanishesBelow = -745.13321910194110842;

    /// <summary>eˣ.</summary>
    /// <remarks>Reduction to |r| ≤ ½ ln 2 and the rational form of fdlibm's <c>e_exp.c</c> (Sun Microsystems, 1993).</remarks>
    public static double Exp(double x)
    {
        if (!(Math.Abs(x) < ExpIsNormalBelow)) return ExpAtTheEdge(x);
        var (k, r, lost) = Reduce(x);
        return ScaleNormal(1 + (r + (Curve(r) - lost)), k);
    }

    /// <summary>eˣ − 1, exact to the end where x is near 0.</summary>
    public static double Expm1(double x)
    {
        if (!(Math.Abs(x) < ExpIsNormalBelow)) return ExpAtTheEdge(x) - 1;
        if (x == 0) return x;
        var (k, r, lost) = Reduce(x);
        var excess = r + (Curve(r) - lost);
        return k == 0 ? excess : ScaleNormal(1, k) * (excess + (1 - ScaleNormal(1, -k)));
    }

    private static double ExpAtTheEdge(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x > ExpOverflowsAbove) return double.PositiveInfinity;
        if (x < ExpVanishesBelow) return 0;
        var (k, r, lost) = Reduce(x);
        var half = k / 2;
        return ScaleNormal(1 + (r + (Curve(r) - lost)), half) * ScaleNormal(1, k - half); // rounds once, also into the subnormals
    }

    /// <summary>x = k · ln 2 + r − lost, where lost is far below the last bit of r.</summary>
    private static (long K, double R, double Lost) Reduce(double x)
    {
        var shifted = x * InverseLn2 + Rounder;
        var k = shifted - Rounder;
        var high = x - k * Ln2High;
        var low = k * Ln2Low;
        var r = high - low;
        return (unchecked((int)BitConverter.DoubleToInt64Bits(shifted)), r, low - (high - r));
    }

    /// <summary>eʳ − 1 − r for |r| ≤ ½ ln 2.</summary>
    private static double Curve(double r)
    {
        var t = r * r;
        var c = r - t * (1.66666666666666019037e-01 + t * (-2.77777777770155933842e-03 + t * (6.61375632143793436117e-05
            + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
        return r * c / (2 - c);
    }
}
