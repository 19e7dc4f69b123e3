namespace Dtao.Records.Statistics;

/// <summary>Large moves of a price over a fixed time, counted once: after each, a while passes before the next can count.</summary>
public static class Surges
{
    /// <summary>Steps at which the price stood at least <paramref name="rise"/> above that of <paramref name="over"/> steps before.</summary>
    /// <param name="rise">As a fraction: 1 is a doubling.</param>
    /// <param name="over">Steps that the move may take.</param>
    /// <param name="apart">Fewest steps between two that count.</param>
    public static IReadOnlyList<int> Up(double rise, int over, int apart, ReadOnlySpan<double> prices) => Find(prices, over, apart, change => change >= rise);

    /// <inheritdoc cref="Up"/>
    /// <summary>Steps at which the price stood at least <paramref name="fall"/> below that of <paramref name="over"/> steps before.</summary>
    /// <param name="fall">As a fraction: 0.5 is a halving.</param>
    public static IReadOnlyList<int> Down(double fall, int over, int apart, ReadOnlySpan<double> prices) => Find(prices, over, apart, change => change <= -fall);

    private static List<int> Find(ReadOnlySpan<double> prices, int over, int apart, Func<double, bool> counts)
    {
        var found = new List<int>();
        for (var i = over; i < prices.Length; i++)
            if (counts(prices[i] / prices[i - over] - 1) && (found.Count == 0 || i - found[^1] >= apart))
                found.Add(i);
        return found;
    }
}
