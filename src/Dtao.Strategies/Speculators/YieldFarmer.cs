using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Goes where stake earns most: the subnet with the best yield, or root.</summary>
/// <remarks>
/// Compares gains in TAO over one horizon. A subnet's is the dividends on an alpha, thinned by its own stake, and a share of the trend that it
/// expects to last, less the way in and out of the pool. Root's is the TAO dividends on a staked TAO.
/// </remarks>
[Strategy("yield-farmer", Role.Speculator,
    Rule = "It moves stake to the subnet whose dividends and drift beat root by a margin, and back to root when its holdings no longer do.",
    Source = "record.md 5.3, yield farmer: alpha yield and expected drift against the root yield")]
public sealed class YieldFarmer : Trader
{
    private readonly PriceMemory memory = new();

    [Knob(KnobUnit.Blocks, "Time over which it compares gains; the longer, the more dividends count against the costs of trading", AtLeast = 1, AtMost = 26_280_000)]
    public required double Horizon { get; init; }

    [Knob(KnobUnit.Fraction, "Share of the price's past trend that it expects to last; 0 is none, negative expects it to reverse", AtLeast = -2, AtMost = 2)]
    public required double TrendBelief { get; init; }

    [Knob(KnobUnit.Fraction, "By how much a gain over the horizon must beat the alternative", AtLeast = 0, AtMost = 10)]
    public required double Margin { get; init; }

    public override Intent Decide(Sight sight, Dice dice)
    {
        var orders = OrdersFor(sight);
        var quotes = sight.Quotes.AsSpan();
        using var changes = Row.Of(quotes.Length);
        memory.Changes(sight, Horizon, changes.All);
        ReadOnlySpan<double> trends = changes.All;
        var root = sight.RootYield * Horizon;
        var (best, gain) = Best(sight, orders, trends);
        var enters = best is not null && gain > root + Margin;
        for (var i = 0; i < trends.Length; i++)
        {
            ref readonly var held = ref quotes[i];
            if (!sight.Holds(held)) continue;
            var kept = Gain(held, trends[i], entering: 0);
            if (enters && held.Netuid != best!.Value.Netuid && gain > kept + Margin) orders.Move(held, best.Value);
            else if (root > kept + Margin) orders.Sell(held);
        }
        if (enters) orders.Buy(best!.Value);
        else orders.RestOnRoot();
        return orders.Intent.WakeMe(NextLook(sight, dice));
    }

    private (SubnetQuote? Quote, double Gain) Best(Sight sight, Orders orders, ReadOnlySpan<double> trends)
    {
        (SubnetQuote? Quote, double Gain) best = (null, double.NegativeInfinity);
        var quotes = sight.Quotes.AsSpan();
        for (var i = 0; i < trends.Length; i++)
        {
            ref readonly var quote = ref quotes[i];
            if (!(quote.Price > 0)) continue;
            var spend = orders.Spend(quote);
            var gain = Gain(quote, trends[i], entering: spend / quote.Price) - 2 * spend / quote.TaoReserve.Tokens;
            if (gain > best.Gain) best = (quote, gain);
        }
        return best;
    }

    private double Gain(in SubnetQuote quote, double trend, double entering) =>
        Sight.Yield(quote, entering) * Horizon + TrendBelief * trend;
}
