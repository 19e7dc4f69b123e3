using Dtao.Records.Statistics;
using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>Whether those on top stay there.</summary>
internal static class RankPersistence
{
    private const int Days = 7, HoursPerDay = 24;

    public static RunFigure Weekly { get; } = new(
        "rank-persistence-7d", MeasureUnit.Number, "Spearman's correlation of prices 7 days apart, mean over days", "Spearman (1904), American Journal of Psychology 15, 72", Of);

    private static double Of(Evidence evidence)
    {
        var days = RunFigure.Settled(evidence).Every(HoursPerDay);
        var pairs = Enumerable.Range(0, Math.Max(0, days.Rows - Days)).Select(day => RankCorrelation.Between(days.At(day), days.At(day + Days))).Where(rank => !double.IsNaN(rank)).ToArray();
        return pairs.Length == 0 ? double.NaN : pairs.Average();
    }
}
