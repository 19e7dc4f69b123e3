using Dtao.Records.Statistics;
using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>How widely log returns spread; the median over subnets.</summary>
internal static class Volatility
{
    private const string Source = "Cont (2001), Quantitative Finance 1, 223, section 2";

    public static IEnumerable<RunFigure> All { get; } =
    [
        new("volatility-1h", MeasureUnit.Percent, "standard deviation of hourly log returns, median over subnets", Source, e => RunFigure.MedianOfReturns(e, 1, ReturnMoments.StandardDeviation)),
        new("volatility-1d", MeasureUnit.Percent, "standard deviation of daily log returns, median over subnets", Source, e => RunFigure.MedianOfReturns(e, 24, ReturnMoments.StandardDeviation)),
    ];
}
