namespace Dtao.Records.Statistics;

/// <summary>How long something lasts where some of it had not ended yet when one stopped looking.</summary>
/// <remarks>The product-limit estimator: E. L. Kaplan and P. Meier (1958), Journal of the American Statistical Association 53, 457.</remarks>
public static class SurvivalTime
{
    /// <summary>The time by which half has ended.</summary>
    /// <param name="durations">How long each was seen to last, and whether it then ended.</param>
    /// <returns>NaN where more than half lasts longer than anybody looked, and where there is nothing.</returns>
    public static double Median(IEnumerable<(double Time, bool Ended)> durations)
    {
        var all = durations.OrderBy(seen => seen.Time).ThenByDescending(seen => seen.Ended).ToArray();
        var (lasting, left) = (1.0, all.Length);
        foreach (var (time, ended) in all)
        {
            if (ended) lasting *= 1 - 1.0 / left;
            if (lasting <= 0.5 + 1e-12) return time;
            left--;
        }
        return double.NaN;
    }
}
