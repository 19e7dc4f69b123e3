using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Numerics;

namespace Dtao.Strategies.Sensing;

/// <summary>What many work out of the same quotes: worked out when the first one asks, once for all who look at the same market.</summary>
public sealed class MarketFigures
{
    private readonly QuoteList quotes;
    private double[]? logPrices;
    private double? level, paidToRoot, middlingMovingPrice;

    private MarketFigures(QuoteList quotes) => this.quotes = quotes;

    public static MarketFigures Of(MarketView market) => market.Derived(quotes => new MarketFigures(quotes));

    /// <summary>The logarithm of each price, in the order of the quotes; not a number where there is none.</summary>
    public ReadOnlySpan<double> LogPrices => logPrices ??= TakeLogs();

    /// <summary>At how many times the moving prices the market as a whole trades: sum of prices ÷ sum of moving prices; 1 where there are none.</summary>
    public double Level => level ??= CountLevel();

    /// <summary>TAO a block that root stake was paid, by the last epochs of all subnets.</summary>
    public double PaidToRoot => paidToRoot ??= CountPaidToRoot();

    /// <summary>The median of the moving prices; 0 where there are none.</summary>
    public double MiddlingMovingPrice => middlingMovingPrice ??= FindMiddling();

    private double[] TakeLogs()
    {
        var logs = new double[quotes.Length];
        for (var i = 0; i < logs.Length; i++) logs[i] = quotes.ItemRef(i).Price is > 0 and var price ? price : double.NaN;
        Reproducible.Log(logs);
        return logs;
    }

    private double CountLevel()
    {
        var (spot, moving) = (0.0, 0.0);
        foreach (ref readonly var quote in quotes.AsSpan())
            if (quote is { Price: > 0, MovingPrice: > 0 })
                (spot, moving) = (spot + quote.Price, moving + quote.MovingPrice);
        return moving > 0 ? spot / moving : 1;
    }

    private double CountPaidToRoot()
    {
        var paid = 0.0;
        foreach (ref readonly var quote in quotes.AsSpan()) paid += quote.LastRootDividends.Tokens / (quote.TempoBlocks + 1);
        return paid;
    }

    private double FindMiddling()
    {
        if (quotes.IsEmpty) return 0;
        using var moving = Row.Of(quotes.Length);
        for (var i = 0; i < moving.Length; i++) moving[i] = quotes.ItemRef(i).MovingPrice;
        return Selection.At(moving.All, moving.Length / 2);
    }
}
