using Dtao.Records.Statistics;
using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>How deep subnets fell.</summary>
internal static class Fall
{
    public static RunFigure Deepest { get; } = new(
        "drawdown", MeasureUnit.Percent, "deepest fall below an earlier price, from the second day on, median over subnets", "Magdon-Ismail and Atiya (2004), Risk 17 (10), 99",
        e => Band.Of(RunFigure.Courses(e).Select(prices => Drawdown.Deepest(prices))).Median);
}
