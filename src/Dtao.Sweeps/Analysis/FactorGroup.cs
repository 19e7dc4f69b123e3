using System.Collections.Immutable;
using System.Globalization;

namespace Dtao.Sweeps.Analysis;

/// <summary>Points that have a value of one factor in common, or values near each other.</summary>
/// <param name="Label">The value as written, or the mean of those in the group.</param>
/// <param name="At">Where the group stands on an axis: the mean value of what is sampled, else the value's place in the plan.</param>
public sealed record FactorGroup(string Label, double At, ImmutableHashSet<int> Points)
{
    private const int MostValues = 10;

    /// <summary>A group a value. What is sampled has ten groups of equally many points, or fewer where it has fewer values.</summary>
    public static ImmutableArray<FactorGroup> Of(SweepRecord sweep, StudiedFactor factor, int most = MostValues) => factor.IsSampled ? Binned(sweep, factor, most) :
    [
        .. factor.Levels.Select((level, at) => new FactorGroup(level, at, [.. sweep.Points.Where(point => point.Values[factor.Position] == level).Select(point => point.Number)])),
    ];

    private static ImmutableArray<FactorGroup> Binned(SweepRecord sweep, StudiedFactor factor, int most)
    {
        var points = sweep.Runs.DistinctBy(run => run.Point).Where(run => !double.IsNaN(run.Factors[factor.Position])).Select(run => (run.Point, Value: run.Factors[factor.Position])).OrderBy(point => point.Value).ThenBy(point => point.Point).ToArray();
        var values = points.GroupBy(point => Short(point.Value), StringComparer.Ordinal).Select(group => group.ToArray()).ToArray();
        var groups = values.Length <= most ? values : Chunks(points, most);
        return [.. groups.Select(group => (Points: group, Mean: group.Average(point => point.Value))).Select(group => new FactorGroup(group.Mean.ToString("G3", CultureInfo.InvariantCulture), group.Mean, [.. group.Points.Select(point => point.Point)]))];
    }

    /// <summary>What differs by rounding alone is the same.</summary>
    private static string Short(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static IEnumerable<(int Point, double Value)[]> Chunks((int Point, double Value)[] points, int count) =>
        Enumerable.Range(0, count).Select(chunk => points[(chunk * points.Length / count)..((chunk + 1) * points.Length / count)]).Where(chunk => chunk.Length > 0);
}
