using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Episodes;

namespace Dtao.Sweeps.Comparing;

/// <summary>By how much more often an event happens in one run of a pair than in the other, with an interval of 90 %.</summary>
/// <remarks>Bonett and Price (2012), Journal of Educational and Behavioral Statistics 37, 479: Wald's interval after one pair more of either disagreement.</remarks>
public static class DifferenceOfShares
{
    /// <param name="pairs">Of events; pairs of which one cannot be told do not count.</param>
    public static Interval Of(IEnumerable<Pair> pairs)
    {
        var known = pairs.Where(pair => !double.IsNaN(pair.Difference)).ToArray();
        if (known.Length == 0) return new Interval(double.NaN, double.NaN, double.NaN, 0);
        var (more, fewer, n) = (known.Count(pair => pair.Difference > 0), known.Count(pair => pair.Difference < 0), known.Length + 2.0);
        var (gained, lost) = ((more + 1) / n, (fewer + 1) / n);
        var reach = Wilson.Z90 * Math.Sqrt((gained + lost - (gained - lost) * (gained - lost)) / n);
        return new Interval(Math.Max(-1, gained - lost - reach), (more - fewer) / (double)known.Length, Math.Min(1, gained - lost + reach), known.Length);
    }
}
