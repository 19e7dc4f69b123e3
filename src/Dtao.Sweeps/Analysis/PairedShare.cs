namespace Dtao.Sweeps.Analysis;

/// <summary>By how much an event is more probable here than there, from runs in pairs, with an interval that is no point where no pair differs.</summary>
/// <remarks>Half a pair is added to each of the four outcomes: Agresti and Min, <i>Simple improved confidence intervals for comparing matched proportions</i>, Stat. Med. 24 (2005).</remarks>
public static class PairedShare
{
    /// <param name="gained">Pairs with the event only in the second.</param>
    /// <param name="lost">Only in the first.</param>
    /// <param name="pairs">All of them.</param>
    public static (double Low, double High) Interval(int gained, int lost, int pairs)
    {
        var (more, less, of) = (gained + 0.5, lost + 0.5, pairs + 2.0);
        var centre = (more - less) / of;
        var reach = Wilson.Z95 * Math.Sqrt(more + less - (more - less) * (more - less) / of) / of;
        return (Math.Max(-1, centre - reach), Math.Min(1, centre + reach));
    }
}
