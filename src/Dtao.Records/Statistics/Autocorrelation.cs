namespace Dtao.Records.Statistics;

/// <summary>How a series resembles itself some steps later: Σ (xₜ − m)(xₜ₊ₗ − m) ÷ Σ (xₜ − m)². Pairs with a missing member are left out.</summary>
/// <remarks>The biased estimator of Box and Jenkins, <i>Time Series Analysis</i> (1970): never above 1, and calm at long lags.</remarks>
public static class Autocorrelation
{
    /// <param name="lag">Steps, 1 or more.</param>
    /// <returns>NaN for a series that is too short or never changes.</returns>
    public static double At(int lag, ReadOnlySpan<double> series)
    {
        var mean = MeanOf(series);
        var (shared, squares) = (0.0, 0.0);
        for (var i = 0; i < series.Length; i++)
        {
            if (double.IsNaN(series[i])) continue;
            squares += (series[i] - mean) * (series[i] - mean);
            if (i + lag < series.Length && !double.IsNaN(series[i + lag])) shared += (series[i] - mean) * (series[i + lag] - mean);
        }
        return squares > 0 && series.Length > lag ? shared / squares : double.NaN;
    }

    /// <summary>That of the absolute values: how long unrest lasts.</summary>
    public static double OfSizeAt(int lag, ReadOnlySpan<double> series)
    {
        var sizes = new double[series.Length];
        for (var i = 0; i < sizes.Length; i++) sizes[i] = Math.Abs(series[i]);
        return At(lag, sizes);
    }

    private static double MeanOf(ReadOnlySpan<double> series)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in series)
        {
            if (double.IsNaN(value)) continue;
            sum += value;
            count++;
        }
        return sum / count;
    }
}
