using Dtao.Strategies.Numerics;

namespace Dtao.Sweeps.Designs;

/// <summary>Walks through the unit cube that change one factor at a time, each once, by the same step: k + 1 points tell the effect of k factors.</summary>
/// <param name="Trajectories">How many walks.</param>
/// <param name="Factors">k.</param>
/// <remarks>Morris, <i>Factorial sampling plans for preliminary computational experiments</i>, Technometrics 33 (1991); on four levels, steps of ⅔.</remarks>
public sealed record MorrisDesign(int Trajectories, int Factors, ulong Seed)
{
    /// <summary>Values that a factor can have: 0, ⅓, ⅔, 1.</summary>
    public const int Levels = 4;

    /// <summary>Length of every step; with it each level is as likely as the others.</summary>
    public const double Step = Levels / (2.0 * (Levels - 1));

    private static readonly ulong Purpose = Strategies.Numerics.Purpose.Named("morris");

    /// <summary>Walk after walk, k + 1 rows each.</summary>
    public double[][] Points => [.. Enumerable.Range(0, Trajectories).SelectMany(Walk)];

    private IEnumerable<double[]> Walk(int number)
    {
        var dice = Dice.For(Seed, 0, number, Purpose);
        var at = Enumerable.Range(0, Factors).Select(_ => dice.Below(Levels / 2) / (Levels - 1.0)).ToArray();
        var order = Enumerable.Range(0, Factors).ToArray();
        dice.Shuffle<int>(order);
        var falls = order.Select(_ => dice.Chance(0.5)).ToArray();
        for (var factor = 0; factor < Factors; factor++)
            if (falls[factor])
                at[factor] += Step;
        yield return [.. at];
        foreach (var factor in order)
        {
            at[factor] += falls[factor] ? -Step : Step;
            yield return [.. at];
        }
    }
}
