using Dtao.Records.Panels;
using Dtao.Records.Statistics;
using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>One figure of a whole run, of whatever length; what is held against the chain's record is in <c>Validation/Measures</c>.</summary>
/// <param name="Meaning">What it is, in a line.</param>
/// <param name="Source">Where its definition comes from.</param>
/// <param name="Of">Its value; NaN where it cannot be told.</param>
public sealed record RunFigure(string Name, MeasureUnit Unit, string Meaning, string Source, Func<Evidence, double> Of)
{
    /// <summary>Subnets with fewer known returns have no figure of their own.</summary>
    private const int LeastReturns = 24;

    /// <summary>Every figure there is, in the order in which they are shown.</summary>
    public static IReadOnlyList<RunFigure> All { get; } =
    [
        .. Volatility.All, Tails.Kurtosis, Tails.Hill, .. Memory.All, Fall.Deepest, .. Concentration.All, .. Holders.All, RankPersistence.Weekly, .. Leaps.All, Leaps.GivenBack,
        .. KindSeries.Means, .. Captures.All, .. Attacks.All, .. StrategyGains.All,
    ];

    /// <summary>Prices by the hour from the second day on, without a new subnet's first week.</summary>
    internal static PricePanel Settled(Evidence evidence) => evidence.Seasoned.Between(evidence.Start + Beginning.Blocks, evidence.End);

    /// <summary>The settled prices of each subnet that has two at least, so that one can be held against another.</summary>
    internal static IEnumerable<double[]> Courses(Evidence evidence) => Settled(evidence).Columns.Where(prices => prices.Count(price => !double.IsNaN(price)) > 1);

    /// <summary>The median over subnets of a statistic of their log returns.</summary>
    /// <param name="hours">From one price to the next.</param>
    internal static double MedianOfReturns(Evidence evidence, int hours, Func<double[], double> statistic) =>
        Band.Of(Settled(evidence).Every(hours).Columns.Select(prices => LogReturns.Of(prices)).Where(returns => LogReturns.Known(returns).Length >= LeastReturns).Select(statistic)).Median;
}
