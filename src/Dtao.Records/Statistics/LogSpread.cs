using MathNet.Numerics.Statistics;

namespace Dtao.Records.Statistics;

/// <summary>Sample standard deviation of the logarithms: how many e-folds amounts lie apart. What is missing or 0 is left out.</summary>
public static class LogSpread
{
    /// <returns>NaN below two amounts.</returns>
    public static double Of(IEnumerable<double> amounts) => amounts.Where(amount => amount > 0).Select(amount => Math.Log(amount)).StandardDeviation();
}
