using System.Runtime.Intrinsics;

namespace Dtao.Strategies.Numerics;

/// <summary>The value that a standard normal number stays below with a given probability.</summary>
/// <remarks>Wichura, <i>Algorithm AS 241: The Percentage Points of the Normal Distribution</i> (1988), PPND16; about 1 part in 10¹⁵.</remarks>
public static class NormalQuantile
{
    /// <summary>How far from ½ a probability may lie to be in the centre.</summary>
    private const double HalfCentre = 0.425;

    private const double HalfCentreSquare = 0.180625;

    /// <summary>√(−ln p) from which on a tail is far, and what its near part is worked out about.</summary>
    private const double FarFrom = 5, NearMiddle = 1.6;

    /// <summary>How many of a row are taken at once: what they need besides lies on the stack.</summary>
    private const int Batch = 128;

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

    private static ReadOnlySpan<double> NearTailAbove =>
    [
        7.7454501427834140764e-4, .0227238449892691845833, .24178072517745061177, 1.27045825245236838258,
        3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
    ];

    private static ReadOnlySpan<double> NearTailBelow =>
    [
        1.05075007164441684324e-9, 5.475938084995344946e-4, .0151986665636164571966, .14810397642748007459,
        .68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
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
        for (var first = 0; first < probabilities.Length; first += Batch)
            AtEach(probabilities.Slice(first, Math.Min(Batch, probabilities.Length - first)));
    }

    /// <summary>Most lie in the centre, so all are taken there, and those that do not are taken again together.</summary>
    /// <remarks>They are gathered without a branch: one in seven does not, and which it is cannot be foretold.</remarks>
    private static void AtEach(Span<double> batch)
    {
        Span<double> outside = stackalloc double[Batch];
        Span<int> places = stackalloc int[Batch];
        var count = 0;
        for (var place = 0; place < batch.Length; place++)
        {
            (outside[count], places[count]) = (Math.Min(batch[place], 1 - batch[place]), place);
            count += Math.Abs(batch[place] - 0.5) <= HalfCentre ? 0 : 1;
        }
        NearTails(outside[..count]);
        for (var i = 0; i < count; i++)
        {
            var probability = batch[places[i]];
            outside[i] = double.IsNaN(outside[i]) ? At(probability) : Math.CopySign(outside[i], probability - 0.5);
        }
        Centres(batch);
        for (var i = 0; i < count; i++) batch[places[i]] = outside[i];
    }

    private static void Centres(Span<double> probabilities)
    {
        var fours = DoubleLanes.Fours(probabilities, out var rest);
        foreach (ref var four in fours) four = Centre(four - Vector256.Create(0.5));
        foreach (ref var probability in rest) probability = Centre(probability - 0.5);
    }

    /// <summary>Puts the value, without its sign, in the place of each probability below ½; not a number where that lies too far out, or is none.</summary>
    private static void NearTails(Span<double> probabilities)
    {
        Reproducible.Log(probabilities);
        var fours = DoubleLanes.Fours(probabilities, out var rest);
        foreach (ref var four in fours) four = NearTailOf(four);
        foreach (ref var log in rest) log = Math.Sqrt(-log) is <= FarFrom and var r ? NearTail(r - NearMiddle) : double.NaN;
    }

    private static Vector256<double> Centre(Vector256<double> q)
    {
        var r = Vector256.Create(HalfCentreSquare) - q * q;
        return q * DoubleLanes.Polynomial(r, CentreAbove) / DoubleLanes.Polynomial(r, CentreBelow);
    }

    private static Vector256<double> NearTailOf(Vector256<double> logs)
    {
        var r = Vector256.Sqrt(-logs);
        var near = r - Vector256.Create(NearMiddle);
        var values = DoubleLanes.Polynomial(near, NearTailAbove) / DoubleLanes.Polynomial(near, NearTailBelow);
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(r, Vector256.Create(FarFrom)), values, Vector256.Create(double.NaN));
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
        return r <= FarFrom ? NearTail(r - NearMiddle) : FarTail(r - FarFrom);
    }

    private static double NearTail(double r) => DoubleLanes.Polynomial(r, NearTailAbove) / DoubleLanes.Polynomial(r, NearTailBelow);

    private static double FarTail(double r) =>
        (((((((r * 2.01033439929228813265e-7 + 2.71155556874348757815e-5) * r + .0012426609473880784386) * r + .026532189526576123093) * r
        + .29656057182850489123) * r + 1.7848265399172913358) * r + 5.4637849111641143699) * r + 6.6579046435011037772)
        / (((((((r * 2.04426310338993978564e-15 + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r
        + .0148753612908506148525) * r + .13692988092273580531) * r + .59983220655588793769) * r + 1);
}
