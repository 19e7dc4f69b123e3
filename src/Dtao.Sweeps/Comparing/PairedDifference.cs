using System.Collections.Immutable;
using Dtao.Sweeps.Episodes;

namespace Dtao.Sweeps.Comparing;

/// <summary>A measure over two ensembles, and by how much the second differs from the first, seed by seed.</summary>
/// <param name="Difference">Of B less A, over the seeds that both have.</param>
public sealed record PairedDifference(KeyMeasure Measure, Interval A, Interval B, Interval Difference)
{
    /// <summary>Every measure that any run has, in the order of the first that has it; what nobody can tell is left out.</summary>
    public static ImmutableArray<PairedDifference> Between(IReadOnlyList<KeyMeasures> a, IReadOnlyList<KeyMeasures> b)
    {
        var bySeed = a.ToDictionary(run => run.Seed);
        var pairs = b.Where(run => bySeed.ContainsKey(run.Seed)).Select(run => (A: bySeed[run.Seed], B: run)).ToArray();
        return
        [
            .. a.Concat(b).SelectMany(run => run.Measures).DistinctBy(measure => measure.Name)
                .Select(measure => new PairedDifference(
                    measure,
                    Bootstrap.Median(a.Select(run => Value(run, measure))),
                    Bootstrap.Median(b.Select(run => Value(run, measure))),
                    Bootstrap.Median(pairs.Select(pair => Value(pair.B, measure) - Value(pair.A, measure)))))
                .Where(row => row.A.Count + row.B.Count > 0),
        ];
    }

    private static double Value(KeyMeasures run, KeyMeasure measure) => run.Values.GetValueOrDefault(measure.Name, double.NaN);
}
