using Dtao.Strategies.Numerics;
using Dtao.Sweeps.Designs;

namespace Dtao.Sweeps.Sensitivity;

/// <summary>
/// What a factor does when it alone is changed, over its whole range: µ the mean effect, µ* the mean of its size, by which factors are ranked, and σ how much
/// it depends on where the others stand.
/// </summary>
/// <remarks>Morris (1991); µ*: Campolongo, Cariboni, Saltelli, Environ. Model. Softw. 22 (2007). Intervals: percentile bootstrap over the walks.</remarks>
public sealed record MorrisEffects(Estimate Mean, Estimate MeanSize, Estimate Spread)
{
    private const int Resamples = 1_000;

    /// <summary>Fewer say nothing of how walks differ.</summary>
    private const int LeastWalks = 4;

    private const double Tail = 0.025;

    private static readonly ulong Purpose = Strategies.Numerics.Purpose.Named("morris bootstrap");

    /// <param name="outcomes">One a point of the design, in its order.</param>
    /// <returns>By factor.</returns>
    /// <exception cref="ArgumentException">The outcomes are not those of the design.</exception>
    public static IReadOnlyList<MorrisEffects> Of(MorrisDesign design, IReadOnlyList<double> outcomes)
    {
        var points = design.Points;
        if (outcomes.Count != points.Length) throw new ArgumentException(FormattableString.Invariant($"{outcomes.Count} outcomes of a design of {points.Length} points."));
        var effects = Enumerable.Range(0, design.Factors).Select(_ => new List<double>()).ToArray();
        for (var point = 1; point < points.Length; point++)
            if (point % (design.Factors + 1) != 0)
                AddEffect(points[point - 1], points[point], outcomes[point] - outcomes[point - 1]);
        return [.. effects.Select(Of)];

        void AddEffect(double[] from, double[] to, double change)
        {
            var factor = Enumerable.Range(0, from.Length).First(at => from[at] != to[at]);
            effects[factor].Add(change / (to[factor] - from[factor]));
        }
    }

    private static MorrisEffects Of(List<double> effects) => new(
        Bootstrapped(effects, Average), Bootstrapped(effects, some => some.Average(Math.Abs)), Bootstrapped(effects, Deviation));

    private static double Average(IReadOnlyCollection<double> effects) => effects.Average();

    private static double Deviation(IReadOnlyCollection<double> effects)
    {
        var mean = effects.Average();
        return effects.Count < 2 ? double.NaN : Math.Sqrt(effects.Sum(effect => (effect - mean) * (effect - mean)) / (effects.Count - 1));
    }

    private static Estimate Bootstrapped(List<double> effects, Func<IReadOnlyCollection<double>, double> of)
    {
        if (effects.Count < LeastWalks) return new Estimate(double.NaN, of(effects), double.NaN);
        var dice = Dice.For(0, 0, 0, Purpose);
        var drawn = Enumerable.Range(0, Resamples).Select(_ => of([.. effects.Select(_ => dice.Pick(effects))])).Order().ToArray();
        return new Estimate(drawn[(int)(Tail * Resamples)], of(effects), drawn[(int)((1 - Tail) * Resamples) - 1]);
    }
}
