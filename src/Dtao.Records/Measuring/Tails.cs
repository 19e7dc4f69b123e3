using Dtao.Records.Statistics;
using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>How heavy the tails of hourly log returns are; the median over subnets.</summary>
internal static class Tails
{
    public static RunFigure Kurtosis { get; } = new(
        "kurtosis-1h", MeasureUnit.Number, "excess kurtosis of hourly log returns, 0 for a normal distribution, median over subnets", "Cont (2001), Quantitative Finance 1, 223, section 3.1",
        e => RunFigure.MedianOfReturns(e, 1, ReturnMoments.ExcessKurtosis));

    public static RunFigure Hill { get; } = new(
        "hill-1h", MeasureUnit.Number, "Hill exponent of the largest 5 % of absolute hourly log returns, median over subnets", "Hill (1975), Annals of Statistics 3, 1163",
        e => RunFigure.MedianOfReturns(e, 1, returns => HillExponent.Of(returns)));
}
