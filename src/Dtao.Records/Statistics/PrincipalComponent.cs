using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace Dtao.Records.Statistics;

/// <summary>How much of all movement one common movement explains: the largest eigenvalue of the correlation matrix over its trace.</summary>
public static class PrincipalComponent
{
    /// <param name="series">Steps that all miss are passed over; then those that still miss one, or never change, are left out.</param>
    /// <returns>From 1 ÷ n to 1; NaN below two series.</returns>
    public static double FirstShare(IEnumerable<double[]> series)
    {
        var whole = WithoutGaps([.. series]).Where(steps => !steps.Any(double.IsNaN) && steps.StandardDeviation() > 0).ToArray();
        if (whole.Length < 2) return double.NaN;
        var correlations = Matrix<double>.Build.Dense(whole.Length, whole.Length);
        for (var i = 0; i < whole.Length; i++)
            for (var j = 0; j <= i; j++)
                correlations[i, j] = correlations[j, i] = i == j ? 1 : Correlation.Pearson(whole[i], whole[j]);
        return correlations.Evd(Symmetricity.Symmetric).EigenValues.Max(value => value.Real) / whole.Length;
    }

    private static IEnumerable<double[]> WithoutGaps(double[][] series)
    {
        var seen = Enumerable.Range(0, series.Length == 0 ? 0 : series[0].Length).Where(step => !series.All(steps => double.IsNaN(steps[step]))).ToArray();
        return series.Select(steps => seen.Select(step => steps[step]).ToArray());
    }
}
