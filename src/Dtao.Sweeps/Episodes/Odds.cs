namespace Dtao.Sweeps.Episodes;

/// <summary>How often something happened, with an interval that says how sure that is: Wilson's score interval (1927) at 90 %.</summary>
/// <param name="Hits">Runs in which it happened.</param>
/// <param name="Of">Runs in which it could.</param>
public readonly record struct Odds(int Hits, int Of)
{
    /// <summary>Standard errors on each side, of which nine of ten normal draws lie within.</summary>
    private const double Z = 1.6448536269514722;

    public double Share => (double)Hits / Of;

    public double Low => Math.Max(0, Centre - Reach);

    public double High => Math.Min(1, Centre + Reach);

    private double Centre => (Share + Z * Z / (2 * Of)) / (1 + Z * Z / Of);

    private double Reach => Z / (1 + Z * Z / Of) * Math.Sqrt(Share * (1 - Share) / Of + Z * Z / (4.0 * Of * Of));

    /// <summary>Over those that are known.</summary>
    public static Odds Among(IEnumerable<bool?> seen) => seen.OfType<bool>().ToArray() is var known ? new Odds(known.Count(hit => hit), known.Length) : default;
}
