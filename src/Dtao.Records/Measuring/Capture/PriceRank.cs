using Dtao.Records.Statistics;

namespace Dtao.Records.Measuring.Capture;

/// <summary>Whether the market prices subnets in the order of what they earn, or of what they are worth to others.</summary>
/// <remarks>Spearman (1904), American Journal of Psychology 15, 72. Over all subnets whose owner ever posted such a thing.</remarks>
public static class PriceRank
{
    public static double AgainstRevenue(KindSample sample) => Against(sample, subnet => subnet.Revenue);

    public static double AgainstOutput(KindSample sample) => Against(sample, subnet => subnet.Output);

    /// <returns>NaN below three subnets, and where all are alike.</returns>
    private static double Against(KindSample sample, Func<SampledSubnet, double> worth) =>
        RankCorrelation.Between([.. sample.Subnets.Select(subnet => subnet.Price)], [.. sample.Subnets.Select(worth)]);
}
