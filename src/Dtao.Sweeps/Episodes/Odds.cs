using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Episodes;

/// <summary>How often something happened, with an interval that says how sure that is: Wilson's score interval (1927) at 90 %.</summary>
/// <param name="Hits">Runs in which it happened.</param>
/// <param name="Of">Runs in which it could.</param>
public readonly record struct Odds(int Hits, int Of)
{
    public double Share => (double)Hits / Of;

    public double Low => Wilson.Interval(Share, Of, Wilson.Z90).Low;

    public double High => Wilson.Interval(Share, Of, Wilson.Z90).High;

    /// <summary>Over those that are known.</summary>
    public static Odds Among(IEnumerable<bool?> seen) => seen.OfType<bool>().ToArray() is var known ? new Odds(known.Count(hit => hit), known.Length) : default;
}
