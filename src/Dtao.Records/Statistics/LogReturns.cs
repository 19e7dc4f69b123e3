namespace Dtao.Records.Statistics;

/// <summary>Log returns ln(pₜ₊₁ ÷ pₜ) of a price series. A missing price is NaN, and so is every return that touches it.</summary>
public static class LogReturns
{
    /// <returns>One fewer than prices; none for an empty series.</returns>
    public static double[] Of(ReadOnlySpan<double> prices)
    {
        var returns = new double[Math.Max(0, prices.Length - 1)];
        for (var i = 0; i < returns.Length; i++) returns[i] = Between(prices[i], prices[i + 1]);
        return returns;
    }

    /// <summary>Without those that are missing.</summary>
    public static double[] Known(IEnumerable<double> returns) => [.. returns.Where(r => !double.IsNaN(r))];

    private static double Between(double from, double to) => from > 0 && to > 0 ? Math.Log(to / from) : double.NaN;
}
