using MathNet.Numerics.Statistics;

namespace Dtao.Records.Statistics;

/// <summary>How widely returns spread, and how heavy their tails are. Missing returns (NaN) are left out.</summary>
public static class ReturnMoments
{
    /// <summary>Sample standard deviation (n − 1); NaN below two returns.</summary>
    public static double StandardDeviation(IEnumerable<double> returns) => LogReturns.Known(returns).StandardDeviation();

    /// <summary>m₄ ÷ m₂² − 3: 0 for a normal distribution. NaN below four returns or where none differs.</summary>
    /// <remarks>The population form: it comes closer to the record's figures than the unbiased one, though by less than their rounding.</remarks>
    public static double ExcessKurtosis(IEnumerable<double> returns)
    {
        var known = LogReturns.Known(returns);
        return known.Length < 4 ? double.NaN : known.PopulationKurtosis();
    }
}
