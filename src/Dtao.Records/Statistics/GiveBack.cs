namespace Dtao.Records.Statistics;

/// <summary>What is lost again after a pump: the price some time after its local peak, as a change from that peak.</summary>
public static class GiveBack
{
    /// <param name="pump">The step at which the pump was found.</param>
    /// <param name="peakWithin">Steps from there in which the local peak is sought.</param>
    /// <param name="after">Steps from the peak to the later price.</param>
    /// <returns>NaN where a price is missing or the series ends before.</returns>
    public static double At(int pump, int peakWithin, int after, ReadOnlySpan<double> prices)
    {
        var peak = pump;
        for (var i = pump; i <= Math.Min(pump + peakWithin, prices.Length - 1); i++)
            if (prices[i] > prices[peak])
                peak = i;
        return peak + after < prices.Length ? prices[peak + after] / prices[peak] - 1 : double.NaN;
    }
}
