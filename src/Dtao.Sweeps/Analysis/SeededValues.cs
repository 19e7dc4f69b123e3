using System.Collections.Immutable;

namespace Dtao.Sweeps.Analysis;

/// <summary>What runs came to, each with its seed: twenty runs of one seed at twenty points share its luck and are no twenty independent runs.</summary>
public sealed class SeededValues
{
    /// <summary>With fewer seeds than this nothing can be said of how seeds differ; what is left is the error over runs, given these seeds.</summary>
    public const int LeastSeeds = 8;

    private readonly ImmutableArray<(double Value, long Seed)> runs;

    /// <param name="runs">Values that are NaN do not count.</param>
    public SeededValues(IEnumerable<(double Value, long Seed)> runs)
    {
        this.runs = [.. runs.Where(run => !double.IsNaN(run.Value))];
        Mean = Count == 0 ? double.NaN : this.runs.Average(run => run.Value);
    }

    /// <summary>Each with a seed of its own.</summary>
    public static SeededValues Independent(IEnumerable<double> values) => new(values.Select((value, at) => (value, (long)at)));

    public int Count => runs.Length;

    /// <summary>NaN of none.</summary>
    public double Mean { get; }

    /// <summary>Of runs; NaN of fewer than two.</summary>
    public double Deviation => Count < 2 ? double.NaN : Math.Sqrt(SquaresOffMean / (Count - 1));

    private int Seeds => runs.DistinctBy(run => run.Seed).Count();

    private double SquaresOffMean => runs.Sum(run => (run.Value - Mean) * (run.Value - Mean));

    /// <summary>What each seed's runs add to the sum beyond their share of it; where there are too few seeds, what each run does beyond its seed's mean: what is left to chance given these seeds.</summary>
    internal double[] OffMean
    {
        get
        {
            var sums = new SortedDictionary<long, double>();
            foreach (var (value, seed) in runs) sums[seed] = sums.GetValueOrDefault(seed) + value - Mean;
            if (sums.Count >= Math.Min(Count, LeastSeeds)) return [.. sums.Values];
            var means = runs.GroupBy(run => run.Seed).ToDictionary(seed => seed.Key, seed => seed.Average(run => run.Value));
            return [.. runs.Select(run => run.Value - means[run.Seed])];
        }
    }

    /// <summary>How much larger the error of a mean is than that of as many independent runs: 1 or more, over groups that are alike, since one group tells it badly. Where all came to the same it cannot be told, and a seed counts once.</summary>
    /// <remarks>Kish, <i>Survey Sampling</i> (1965).</remarks>
    public static double DesignEffect(IReadOnlyCollection<SeededValues> groups)
    {
        var telling = groups.Where(group => group.Seeds >= LeastSeeds).ToArray();
        var alone = telling.Sum(group => group.SquaresOffMean);
        return alone > 0 ? Math.Max(1, telling.Sum(group => group.OffMean.Sum(value => value * value)) / alone)
            : telling.Length > 0 ? telling.Sum(group => group.Count) / (double)telling.Sum(group => group.Seeds)
            : 1;
    }
}
