namespace Dtao.Sweeps.Episodes;

/// <summary>Since when an ensemble's prices are others than the first ensemble's, seed by seed, beyond what chance makes of them.</summary>
/// <param name="Day">Whole days after the takeover.</param>
/// <param name="Factor">That day's price, the takeover's being 1, over the first ensemble's.</param>
public sealed record Divergence(int Day, Interval Factor)
{
    /// <summary>Fewer are soon all on one side by chance.</summary>
    private const int LeastPairs = 5;

    /// <summary>The first day on which, and on the day after which, the interval of the median leaves out 1 on the same side; null where there is none.</summary>
    /// <remarks>Two runs of a seed go apart by chance as soon as anything differs, but as often upwards as downwards.</remarks>
    /// <param name="pairs">Logarithms of price by day, NaN where the run knows none.</param>
    public static Divergence? Of(IReadOnlyList<(IReadOnlyList<double> Own, IReadOnlyList<double> First)> pairs)
    {
        var days = pairs.Select(pair => Math.Min(pair.Own.Count, pair.First.Count)).DefaultIfEmpty(0).Max();
        var differences = Enumerable.Range(0, days).Select(day => Bootstrap.Median(pairs.Select(pair => On(pair.Own, day) - On(pair.First, day)))).ToArray();
        for (var day = 0; day + 1 < days; day++)
            if (Side(differences[day]) is not 0 and var side && Side(differences[day + 1]) == side)
                return new Divergence(day + 1, differences[day] with { Low = Math.Exp(differences[day].Low), Median = Math.Exp(differences[day].Median), High = Math.Exp(differences[day].High) });
        return null;
    }

    private static double On(IReadOnlyList<double> path, int day) => day < path.Count ? path[day] : double.NaN;

    private static int Side(Interval difference) => difference.Count < LeastPairs ? 0 : difference.Low > 0 ? 1 : difference.High < 0 ? -1 : 0;
}
