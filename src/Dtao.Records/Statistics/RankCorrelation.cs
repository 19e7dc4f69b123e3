using MathNet.Numerics.Statistics;

namespace Dtao.Records.Statistics;

/// <summary>Spearman's rank correlation: 1 where the order stays, −1 where it turns round. Equals share their mean rank.</summary>
/// <remarks>C. Spearman (1904), American Journal of Psychology 15, 72.</remarks>
public static class RankCorrelation
{
    /// <param name="before">By member.</param>
    /// <param name="after">Of the same members. Members that miss on either side (NaN) are left out.</param>
    /// <returns>NaN below three members.</returns>
    public static double Between(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        var both = Enumerable.Range(0, before.Count).Where(i => !double.IsNaN(before[i]) && !double.IsNaN(after[i])).ToArray();
        return both.Length < 3 ? double.NaN : Correlation.Spearman(both.Select(i => before[i]), both.Select(i => after[i]));
    }

    /// <summary>How many of the <paramref name="count"/> largest before are among the largest after.</summary>
    public static int Staying(int count, IReadOnlyList<double> before, IReadOnlyList<double> after) => Largest(count, before).Intersect(Largest(count, after)).Count();

    private static IEnumerable<int> Largest(int count, IReadOnlyList<double> values) =>
        Enumerable.Range(0, values.Count).Where(i => !double.IsNaN(values[i])).OrderByDescending(i => values[i]).Take(count);
}
