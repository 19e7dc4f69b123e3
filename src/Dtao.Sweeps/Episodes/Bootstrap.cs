using Dtao.Records.Statistics;
using Dtao.Strategies.Numerics;

namespace Dtao.Sweeps.Episodes;

/// <summary>A median with an interval that says how sure it is.</summary>
/// <param name="Low">Fifth percentile of the medians of what might have been drawn instead.</param>
/// <param name="High">Ninety-fifth percentile.</param>
/// <param name="Count">How many values; NaN is none.</param>
public readonly record struct Interval(double Low, double Median, double High, int Count);

/// <summary>The percentile bootstrap of Efron (1979): runs are drawn anew with replacement, and the medians of such draws spread as the median would.</summary>
public static class Bootstrap
{
    private const int Resamples = 2_000;

    private const double Tail = 0.05;

    /// <summary>The same values in the same order give the same interval.</summary>
    public static Interval Median(IEnumerable<double> values)
    {
        var known = values.Where(value => !double.IsNaN(value)).ToArray();
        if (known.Length == 0) return new Interval(double.NaN, double.NaN, double.NaN, 0);
        var dice = Dice.For(0, 0, 0, Purpose.Named("bootstrap"));
        var medians = Enumerable.Range(0, Resamples).Select(_ => MedianOf(known.Select(_ => dice.Pick(known)))).Order().ToArray();
        return new Interval(medians[(int)(Tail * Resamples)], MedianOf(known), medians[(int)((1 - Tail) * Resamples) - 1], known.Length);
    }

    private static double MedianOf(IEnumerable<double> values) => Band.Of(values).Median;
}
