namespace Dtao.Sweeps.Analysis;

/// <summary>The score interval of a probability: which probabilities would not be surprised by what was seen. It never leaves 0 to 1, and is no point where all or none were hits.</summary>
/// <remarks>Wilson, <i>Probable inference, the law of succession, and statistical inference</i>, J. Am. Stat. Assoc. 22 (1927).</remarks>
public static class Wilson
{
    /// <summary>Standard errors on each side, of which 90 and 95 of 100 normal draws lie within.</summary>
    public const double Z90 = 1.6448536269514722, Z95 = 1.959963984540054;

    /// <param name="share">Of hits, 0 to 1.</param>
    /// <param name="of">How many trials; of trials that go together, how many independent ones they are worth. NaN comes of none.</param>
    public static (double Low, double High) Interval(double share, double of, double z)
    {
        var centre = (share + z * z / (2 * of)) / (1 + z * z / of);
        var reach = z / (1 + z * z / of) * Math.Sqrt(share * (1 - share) / of + z * z / (4 * of * of));
        return (Math.Max(0, centre - reach), Math.Min(1, centre + reach));
    }
}
