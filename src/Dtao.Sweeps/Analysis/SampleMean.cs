using MathNet.Numerics.Distributions;

namespace Dtao.Sweeps.Analysis;

/// <summary>A mean over runs, with the interval that covers the truth in 95 of 100 such samples.</summary>
/// <param name="Count">Runs that have a value.</param>
/// <param name="Deviation">Of a run, not of the mean; NaN of fewer than two.</param>
/// <param name="Low">NaN with <paramref name="High"/> where the runs do not tell.</param>
public readonly record struct SampleMean(int Count, double Mean, double Deviation, double Low, double High)
{
    /// <summary>With fewer seeds than this nothing can be said of how seeds differ; what is left is the error over runs, given these seeds.</summary>
    public const int LeastSeeds = 8;

    private const double Coverage = 0.95;

    /// <summary>Runs of one seed share its luck, so that twenty of them at twenty points are no twenty independent ones.</summary>
    /// <param name="runs">Value and seed; values that are NaN do not count.</param>
    /// <param name="isEvent">Whether values are 0 and 1, of which the mean is a probability: then the interval is Wilson's, else Student's.</param>
    /// <remarks>The error of a mean over clusters: Liang and Zeger, Biometrika 73 (1986); as effective size in Wilson's interval: Korn and Graubard, Survey Methodology 24 (1998).</remarks>
    public static SampleMean Of(IEnumerable<(double Value, long Seed)> runs, bool isEvent)
    {
        var known = runs.Where(run => !double.IsNaN(run.Value)).ToArray();
        if (known.Length == 0) return new SampleMean(0, double.NaN, double.NaN, double.NaN, double.NaN);
        var mean = known.Average(run => run.Value);
        var deviation = known.Length < 2 ? double.NaN : Math.Sqrt(known.Sum(run => (run.Value - mean) * (run.Value - mean)) / (known.Length - 1));
        var off = OffBySeed(known, mean);
        var (low, high) = isEvent ? OfEvent(mean, known.Length, off) : Student(mean, known.Length, off);
        return new SampleMean(known.Length, mean, deviation, low, high);
    }

    /// <summary>Of differences and others that are one value a unit.</summary>
    public static SampleMean Of(IEnumerable<double> values) => Of(values.Select((value, at) => (value, (long)at)), isEvent: false);

    /// <summary>What each seed's runs add to the sum beyond their share of it; where there are too few seeds, what each run does.</summary>
    private static double[] OffBySeed((double Value, long Seed)[] known, double mean)
    {
        var sums = new SortedDictionary<long, double>();
        foreach (var (value, seed) in known) sums[seed] = sums.GetValueOrDefault(seed) + value - mean;
        return sums.Count < Math.Min(known.Length, LeastSeeds) ? [.. known.Select(run => run.Value - mean)] : [.. sums.Values];
    }

    private static (double Low, double High) Student(double mean, int runs, double[] off)
    {
        if (off.Length < 2) return (double.NaN, double.NaN);
        var error = Math.Sqrt(SumOfSquares(off) * off.Length / (off.Length - 1)) / runs;
        var reach = StudentT.InvCDF(0, 1, off.Length - 1, (1 + Coverage) / 2) * error;
        return (mean - reach, mean + reach);
    }

    /// <summary>As many independent runs as would have this error; where all or none were hits, as many as there are seeds.</summary>
    private static (double Low, double High) OfEvent(double share, int runs, double[] off)
    {
        var squares = SumOfSquares(off);
        var worth = squares > 0 ? share * (1 - share) * runs * runs / squares : off.Length;
        return Wilson.Interval(share, Math.Min(runs, worth), Wilson.Z95);
    }

    private static double SumOfSquares(double[] values) => values.Sum(value => value * value);
}
