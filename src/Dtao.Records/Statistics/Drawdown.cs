namespace Dtao.Records.Statistics;

/// <summary>Falls from a running maximum, as a fraction of it: 0 to −1. Missing prices (NaN) are passed over.</summary>
public static class Drawdown
{
    /// <summary>The deepest fall below any earlier price.</summary>
    public static double Deepest(ReadOnlySpan<double> prices)
    {
        var (top, deepest) = (0.0, 0.0);
        foreach (var price in prices)
        {
            if (double.IsNaN(price)) continue;
            top = Math.Max(top, price);
            if (top > 0) deepest = Math.Min(deepest, price / top - 1);
        }
        return deepest;
    }

    /// <summary>The deepest fall below any price of the <paramref name="steps"/> steps before.</summary>
    public static double DeepestWithin(int steps, ReadOnlySpan<double> prices)
    {
        var deepest = 0.0;
        for (var end = 1; end < prices.Length; end++)
            deepest = Math.Min(deepest, FallTo(prices[end], prices[Math.Max(0, end - steps)..end]));
        return deepest;
    }

    private static double FallTo(double price, ReadOnlySpan<double> before)
    {
        var top = 0.0;
        foreach (var earlier in before)
            if (earlier > top)
                top = earlier;
        return price < top ? price / top - 1 : 0;
    }
}
