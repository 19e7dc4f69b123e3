using System.Runtime.Intrinsics;

namespace Dtao.Strategies.Numerics;

/// <summary>The value that a standard normal number stays below with a given probability.</summary>
/// <remarks>Wichura, <i>Algorithm AS 241: The Percentage Points of the Normal Distribution</i> (1988), PPND16; about 1 part in 10¹⁵.</remarks>
public static class NormalQuantile
{
    /// <summary>How far from ½ a probability may lie to be in the centre.</summary>
    private const double HalfCentre = 0.425;

    private const double HalfCentreSquare = 0.180625;

    private static ReadOnlySpan<double> CentreAbove =>
    [
        2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
        13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
    ];

    private static ReadOnlySpan<double> CentreBelow =>
    [
        5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
        5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
    ];

    /// <summary>−∞ at 0, 0 at ½, +∞ at 1; not a number outside.</summary>
    public static double At(double probability)
    {
        var q = probability - 0.5;
        return Math.Abs(q) <= HalfCentre ? Centre(q) : Math.CopySign(Tail(q < 0 ? probability : 1 - probability), q);
    }

    /// <summary>Puts its value in the place of each probability, with the same bits as one by one.</summary>
    public static void At(Span<double> probabilities)
    {
        var fours = DoubleLanes.Fours(probabilities, out var rest);
        foreach (ref var four in fours) four = At(four);
        foreach (ref var probability in rest) probability = At(probability);
    }

    /// <summary>Most lie in the centre, so all four are taken there, and those that do not are taken again.</summary>
    private static Vector256<double> At(Vector256<double> probabilities)
    {
        var q = probabilities - Vector256.Create(0.5);
        var r = Vector256.Create(HalfCentreSquare) - q * q;
        var values = q * DoubleLanes.Polynomial(r, CentreAbove) / DoubleLanes.Polynomial(r, CentreBelow);
        var outside = ~Vector256.LessThanOrEqual(Vector256.Abs(q), Vector256.Create(HalfCentre)).ExtractMostSignificantBits() & 0xF;
        for (; outside != 0; outside &= outside - 1)
        {
            var lane = System.Numerics.BitOperations.TrailingZeroCount(outside);
            values = values.WithElement(lane, At(probabilities[lane]));
        }
        return values;
    }

    private static double Centre(double q)
    {
        var r = HalfCentreSquare - q * q;
        return q * DoubleLanes.Polynomial(r, CentreAbove) / DoubleLanes.Polynomial(r, CentreBelow);
    }

    private static double Tail(double probability)
    {
        if (probability == 0) return double.PositiveInfinity;
        var r = Math.Sqrt(-Reproducible.Log(probability));
        return r <= 5 ? NearTail(r - 1.6) : FarTail(r - 5);
    }

    private static double NearTail(double r) =>
        (((((((r * 7.7454501427834140764e-4 + .0227238449892691845833) * r + .24178072517745061177) * r + 1.27045825245236838258) * r
        + 3.64784832476320460504) * r + 5.7694972214606914055) * r + 4.6303378461565452959) * r + 1.42343711074968357734)
        / (((((((r * 1.05075007164441684324e-9 + 5.475938084995344946e-4) * r + .0151986665636164571966) * r + .14810397642748007459) * r
        + .68976733498510000455) * r + 1.6763848301838038494) * r + 2.05319162663775882187) * r + 1);

    private static double FarTail(double r) =>
        (((((((r * 2.01033439929228813265e-7 + 2.71155556874348757815e-5) * r + .0012426609473880784386) * r + .026532189526576123093) * r
        + .29656057182850489123) * r + 1.7848265399172913358) * r + 5.4637849111641143699) * r + 6.6579046435011037772)
        / (((((((r * 2.04426310338993978564e-15 + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r
        + .0148753612908506148525) * r + .13692988092273580531) * r + .59983220655588793769) * r + 1);
}
