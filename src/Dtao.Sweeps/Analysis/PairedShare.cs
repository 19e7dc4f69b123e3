namespace Dtao.Sweeps.Analysis;

/// <summary>By how much an event is more probable here than there, from runs in pairs, with an interval that is no point where no pair differs.</summary>
/// <remarks>Half a pair is added to each of the four outcomes: Agresti and Min, <i>Simple improved confidence intervals for comparing matched proportions</i>, Stat. Med. 24 (2005).</remarks>
public static class PairedShare
{
    /// <summary>The mean of differences of an event, each 1, 0 or −1, with the interval; pairs of one seed at several points share its luck and count as one together.</summary>
    /// <param name="differences">NaN where a pair does not tell.</param>
    public static SampleMean Of(IEnumerable<(double Difference, long Seed)> differences)
    {
        var told = differences.Where(pair => !double.IsNaN(pair.Difference)).ToArray();
        var mean = SampleMean.OfFigure(new SeededValues(told));
        if (told.Length == 0) return mean;
        var seeds = told.DistinctBy(pair => pair.Seed).Count();
        var (low, high) = Interval(Share(1) * seeds, Share(-1) * seeds, seeds);
        return mean with { Low = low, High = high };

        double Share(int difference) => told.Count(pair => pair.Difference == difference) / (double)told.Length;
    }

    /// <param name="gained">Pairs with the event only in the second.</param>
    /// <param name="lost">Only in the first.</param>
    /// <param name="pairs">All of them.</param>
    public static (double Low, double High) Interval(double gained, double lost, double pairs)
    {
        var (more, less, of) = (gained + 0.5, lost + 0.5, pairs + 2.0);
        var centre = (more - less) / of;
        var reach = Wilson.Z95 * Math.Sqrt(more + less - (more - less) * (more - less) / of) / of;
        return (Math.Max(-1, centre - reach), Math.Min(1, centre + reach));
    }
}
