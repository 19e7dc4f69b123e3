using Dtao.Strategies.Numerics;

namespace Dtao.Sweeps.Episodes;

/// <summary>Since when an ensemble's prices are others than the first ensemble's, seed by seed, beyond what chance makes of them.</summary>
/// <param name="Day">Whole days after the takeover.</param>
/// <param name="Factor">That day's price, the takeover's being 1, over the first ensemble's.</param>
/// <param name="Chance">How often, were there no difference, any day at all would show one as clear as that day's.</param>
public sealed record Divergence(int Day, Interval Factor, double Chance)
{
    /// <summary>Fewer are soon all on one side by chance.</summary>
    private const int LeastPairs = 5;

    /// <summary>What chance may do as often as this is put down to chance.</summary>
    private const double Level = 0.1;

    /// <summary>Up to so many pairs every pattern of signs is looked at, else so many drawn ones.</summary>
    private const int MostPairs = 12, Drawn = 1 << MostPairs;

    /// <summary>The first day on which, and on the day after which, the difference is clearer than chance makes it on any day in nine of ten cases, and on the same side; null where there is none.</summary>
    /// <remarks>
    /// Two runs of a seed go apart by chance as soon as anything differs, but as often upwards as downwards: were that all, each pair's path could as well have the other
    /// sign. The clearest day of every such pattern says what chance does: Westfall and Young, <i>Resampling-Based Multiple Testing</i> (1993), by maxima.
    /// </remarks>
    /// <param name="pairs">Logarithms of price by day, NaN where the run knows none.</param>
    public static Divergence? Of(IReadOnlyList<(IReadOnlyList<double> Own, IReadOnlyList<double> First)> pairs)
    {
        var days = pairs.Select(pair => Math.Min(pair.Own.Count, pair.First.Count)).DefaultIfEmpty(0).Max();
        var paths = pairs.Select(pair => Enumerable.Range(0, days).Select(day => On(pair.Own, day) - On(pair.First, day)).ToArray()).ToArray();
        var clearness = Enumerable.Range(0, days).Select(day => Clearness(paths, day, ~0L)).ToArray();
        var byChance = Patterns(pairs.Count).Select(signs => Enumerable.Range(0, days).Select(day => Math.Abs(Clearness(paths, day, signs))).DefaultIfEmpty(0).Max()).ToArray();
        var chances = Array.ConvertAll(clearness, clear => byChance.Count(clearest => clearest >= Math.Abs(clear) - 1e-12) / (double)byChance.Length);
        for (var day = 0; day + 1 < days; day++)
            if (chances[day] <= Level && chances[day + 1] <= Level && Math.Sign(clearness[day]) == Math.Sign(clearness[day + 1]))
                return new Divergence(day + 1, FactorOf(paths.Select(path => path[day])), chances[day]);
        return null;
    }

    /// <summary>The sum of the differences over the root of their squares' sum, of which Student's t is a rising function; 0 where too few tell.</summary>
    /// <param name="signs">A bit for each pair, 0 for one that is turned round.</param>
    private static double Clearness(double[][] paths, int day, long signs)
    {
        var (sum, squares, count) = (0.0, 0.0, 0);
        for (var pair = 0; pair < paths.Length; pair++)
        {
            var difference = paths[pair][day];
            if (double.IsNaN(difference)) continue;
            sum += (signs >> pair & 1) != 0 ? difference : -difference;
            squares += difference * difference;
            count++;
        }
        return count < LeastPairs || squares == 0 ? 0 : sum / Math.Sqrt(squares * count);
    }

    /// <summary>The one that there is is among them.</summary>
    private static IEnumerable<long> Patterns(int pairs)
    {
        if (pairs <= MostPairs) return Enumerable.Range(0, 1 << pairs).Select(signs => (long)signs);
        var dice = Dice.For(0, 0, 0, Purpose.Named("signs"));
        return Enumerable.Range(0, Drawn).Select(_ => unchecked((long)dice.NextUInt64())).Prepend(~0L).ToArray();
    }

    private static Interval FactorOf(IEnumerable<double> differences)
    {
        var found = Bootstrap.Median(differences);
        return found with { Low = Math.Exp(found.Low), Median = Math.Exp(found.Median), High = Math.Exp(found.High) };
    }

    private static double On(IReadOnlyList<double> path, int day) => day < path.Count ? path[day] : double.NaN;
}
