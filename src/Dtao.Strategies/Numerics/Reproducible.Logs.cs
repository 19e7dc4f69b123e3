using System.Runtime.Intrinsics;

namespace Dtao.Strategies.Numerics;

public static partial class Reproducible
{
    /// <summary>The bits of 2⁵²: together with those of a whole number below it they are the bits of their sum.</summary>
    private const long TwoTo52Bits = 0x4330_0000_0000_0000;

    private const double TwoTo52 = 4503599627370496.0;

    /// <summary>Keeps an exponent of two above 0 while it is shifted down.</summary>
    private const long Raised = 1024;

    /// <summary>Puts the natural logarithm of each number in its place, with the same bits as one by one.</summary>
    public static void Log(Span<double> numbers)
    {
        var fours = DoubleLanes.Fours(numbers, out var rest);
        foreach (ref var four in fours)
            if (ArePositiveNormal(four)) four = LogOfFour(four);
            else LogEach(DoubleLanes.Each(ref four));
        LogEach(rest);
    }

    private static void LogEach(Span<double> numbers)
    {
        foreach (ref var number in numbers) number = Log(number);
    }

    private static bool ArePositiveNormal(Vector256<double> x) =>
        Vector256.GreaterThanOrEqualAll(x.AsInt64(), Vector256.Create(SmallestNormalBits)) && Vector256.LessThanAll(x.AsInt64(), Vector256.Create(InfinityBits));

    /// <summary>As <see cref="Split"/> and <see cref="LogOf"/> take them.</summary>
    private static Vector256<double> LogOfFour(Vector256<double> x)
    {
        var raised = (x.AsInt64() + Vector256.Create((Raised << FractionBits) - HalfRootBits)) >>> FractionBits;
        var k = (raised | Vector256.Create(TwoTo52Bits)).AsDouble() - Vector256.Create(TwoTo52 + Raised);
        var f = (x.AsInt64() - (raised - Vector256.Create(Raised) << FractionBits)).AsDouble() - Vector256<double>.One;
        var s = f / (Vector256.Create(2.0) + f);
        var z = s * s;
        var w = z * z;
        var odd = z * DoubleLanes.Polynomial(w, [1.479819860511658591e-01, 1.818357216161805012e-01, 2.857142874366239149e-01, 6.666666666666735130e-01]);
        var even = w * DoubleLanes.Polynomial(w, [1.531383769920937332e-01, 2.222219843214978396e-01, 3.999999999940941908e-01]);
        var halfSquare = 0.5 * f * f;
        return s * (halfSquare + (even + odd)) + k * Ln2Low - halfSquare + f + k * Ln2High;
    }
}
