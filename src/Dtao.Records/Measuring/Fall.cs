using Dtao.Records.Statistics;
using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>How deep subnets fell.</summary>
internal static class Fall
{
    public static RunFigure Deepest { get; } = new(
        "drawdown", MeasureUnit.Percent, "deepest fall below an earlier price of the run, median over subnets", "Magdon-Ismail and Atiya (2004), Risk 17 (10), 99",
        e => Band.Of(RunFigure.Settled(e).Columns.Where(prices => prices.Any(price => !double.IsNaN(price))).Select(prices => Drawdown.Deepest(prices))).Median);
}
