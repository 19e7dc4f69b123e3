using System.Collections.Immutable;
using Dtao.Sweeps.Designs;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Sensitivity;

namespace Dtao.Sweeps.Analysis;

/// <summary>What each sampled factor does to a metric, where the sweep's points were laid out to tell.</summary>
/// <param name="Where">The values of what was scanned besides, <c>a.b=1</c>; empty where nothing was.</param>
/// <param name="Of">By sampled factor, in the plan's order.</param>
public sealed record SensitivityOf<T>(string Where, ImmutableArray<(StudiedFactor Factor, T Found)> Of);

/// <summary>Sobol indices and Morris effects of a sweep's metrics. A point's outcome is its mean over the replicates.</summary>
public static class SweepSensitivity
{
    public const string Saltelli = "saltelli", Morris = "morris";

    /// <exception cref="WrongDesign">The points are of another design, or not all of them have a value.</exception>
    public static ImmutableArray<SensitivityOf<SobolIndices>> Sobol(SweepRecord sweep, StudiedMetric metric) =>
        Of(sweep, metric, Saltelli, "Sobol indices", (factors, outcomes) => SobolIndices.Of(new SaltelliDesign(sweep.Facts.DesignSize, factors, Seed(sweep)), outcomes));

    /// <inheritdoc cref="Sobol"/>
    public static ImmutableArray<SensitivityOf<MorrisEffects>> Effects(SweepRecord sweep, StudiedMetric metric) =>
        Of(sweep, metric, Morris, "Morris effects", (factors, outcomes) => MorrisEffects.Of(new MorrisDesign(sweep.Facts.DesignSize, factors, Seed(sweep)), outcomes));

    private static ImmutableArray<SensitivityOf<T>> Of<T>(SweepRecord sweep, StudiedMetric metric, string design, string what, Func<int, double[], IReadOnlyList<T>> of)
    {
        if (sweep.Facts.Design != design)
            throw new WrongDesign($"{what} need a {design} design: in the sweep file write {{ {design} = [low, high] }} for each factor. This sweep's design is {sweep.Facts.Design}, whose points do not tell them.");
        var sampled = sweep.Factors.Where(factor => factor.IsSampled).ToImmutableArray();
        var scanned = sweep.Factors.Where(factor => !factor.IsSampled).ToImmutableArray();
        var outcomes = Outcomes(sweep, metric);
        return
        [
            .. sweep.Points.GroupBy(point => string.Join(", ", scanned.Select(factor => $"{factor.Path}={point.Values[factor.Position]}")), StringComparer.Ordinal)
                .Select(points => new SensitivityOf<T>(points.Key, [.. sampled.Zip(of(sampled.Length, [.. points.Select(point => outcomes[point.Number])]))])),
        ];
    }

    /// <summary>Every point has to have one: the indices compare points two by two.</summary>
    private static Dictionary<int, double> Outcomes(SweepRecord sweep, StudiedMetric metric)
    {
        var runs = sweep.Done.ToLookup(run => run.Point, run => run.Values[metric.Position]);
        var outcomes = sweep.Points.ToDictionary(point => point.Number, point => runs[point.Number].Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average());
        var lacking = outcomes.Values.Count(double.IsNaN);
        if (lacking > 0) throw new WrongDesign(FormattableString.Invariant($"{metric.Name} has no value at {lacking} of {outcomes.Count} points, and the design needs all of them{(sweep.Missing > 0 ? ": let the sweep end first" : "")}."));
        return outcomes;
    }

    private static ulong Seed(SweepRecord sweep) => SweepPlan.SeedOfSamples(sweep.Facts.Seed);
}
