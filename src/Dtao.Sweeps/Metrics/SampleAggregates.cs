using MathNet.Numerics.Distributions;
using Microsoft.Data.Sqlite;

namespace Dtao.Sweeps.Metrics;

/// <summary>What SQLite lacks: how well a sample tells a mean or a share. NULL is no value; too few values give NULL.</summary>
public static class SampleAggregates
{
    internal const string HalfWidthOfShare = "half_width_of_share";

    private const double Confidence = 0.95;

    /// <summary>Makes <c>mean</c>, <c>sd</c>, <c>half_width</c> and <c>half_width_of_share</c> known to a connection.</summary>
    public static void Register(SqliteConnection connection)
    {
        Register(connection, "mean", sample => sample.Mean);
        Register(connection, "sd", sample => sample.StandardDeviation);
        Register(connection, "half_width", HalfWidth);
        Register(connection, HalfWidthOfShare, sample => WilsonHalfWidth(sample.Mean, sample.Count));
    }

    /// <summary>Half of Student's 95 % interval of a mean: t ÷ √n standard deviations.</summary>
    /// <remarks>"Student" (1908), Biometrika 6, 1.</remarks>
    private static double? HalfWidth(Sample sample) =>
        sample.StandardDeviation * StudentT.InvCDF(0, 1, Math.Max(1, sample.Count - 1), (1 + Confidence) / 2) / Math.Sqrt(sample.Count);

    /// <summary>Half of Wilson's 95 % score interval of a share.</summary>
    /// <remarks>Wilson (1927), Journal of the American Statistical Association 22, 209.</remarks>
    private static double? WilsonHalfWidth(double? share, long count)
    {
        var z = Normal.InvCDF(0, 1, (1 + Confidence) / 2);
        return z / (1 + z * z / count) * Math.Sqrt((share * (1 - share) / count + z * z / (4.0 * count * count)) ?? double.NaN) is var half && double.IsFinite(half) ? half : null;
    }

    private static void Register(SqliteConnection connection, string name, Func<Sample, double?> result) =>
        connection.CreateAggregate<double?, Sample, double?>(name, default, (sample, value) => value is { } known ? sample.With(known) : sample, result, isDeterministic: true);

    /// <summary>Count, sum, and the squared distances from the mean, value by value.</summary>
    /// <remarks>Welford (1962), Technometrics 4, 419. The mean is taken of the sum, so that shares of events are exact.</remarks>
    private readonly record struct Sample(long Count, double Sum, double Centre, double Squares)
    {
        public double? Mean => Count == 0 ? null : Sum / Count;

        public double? StandardDeviation => Count < 2 ? null : Math.Sqrt(Squares / (Count - 1));

        public Sample With(double value)
        {
            var centre = Centre + (value - Centre) / (Count + 1);
            return new Sample(Count + 1, Sum + value, centre, Squares + (value - Centre) * (value - centre));
        }
    }
}
