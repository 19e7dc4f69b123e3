using System.Runtime.Intrinsics;

namespace Dtao.Strategies.Numerics;

public static partial class Reproducible
{
    /// <summary>Puts eˣ in the place of each number, with the same bits as one by one.</summary>
    public static void Exp(Span<double> numbers)
    {
        var fours = DoubleLanes.Fours(numbers, out var rest);
        foreach (ref var four in fours)
            if (Vector256.LessThanAll(Vector256.Abs(four), Vector256.Create(ExpIsNormalBelow))) four = ExpOfFour(four);
            else ExpEach(DoubleLanes.Each(ref four));
        ExpEach(rest);
    }

    private static void ExpEach(Span<double> numbers)
    {
        foreach (ref var number in numbers) number = Exp(number);
    }

    /// <summary>As <see cref="Reduce"/>, <see cref="Curve"/> and <see cref="ScaleNormal"/> take them. The shift leaves of the rounded sum what the exponent needs.</summary>
    private static Vector256<double> ExpOfFour(Vector256<double> x)
    {
        var shifted = x * InverseLn2 + Vector256.Create(Rounder);
        var k = shifted - Vector256.Create(Rounder);
        var high = x - k * Ln2High;
        var low = k * Ln2Low;
        var r = high - low;
        var power = Vector256<double>.One + (r + (CurveOfFour(r) - (low - (high - r))));
        return (power.AsInt64() + (shifted.AsInt64() << FractionBits)).AsDouble();
    }

    private static Vector256<double> CurveOfFour(Vector256<double> r)
    {
        var t = r * r;
        var c = r - t * DoubleLanes.Polynomial(t, [4.13813679705723846039e-08, -1.65339022054652515390e-06, 6.61375632143793436117e-05, -2.77777777770155933842e-03, 1.66666666666666019037e-01]);
        return r * c / (Vector256.Create(2.0) - c);
    }
}
