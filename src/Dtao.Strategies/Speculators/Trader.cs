using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>The knobs that all who trade of their own accord share: how often they look, and how large their orders may be.</summary>
public abstract class Trader : IStrategy
{
    [Knob(KnobUnit.Blocks, "Mean time between looks; pauses are exponential", AtLeast = 1, AtMost = 2_628_000)]
    public required double Pause { get; init; }

    [Knob(KnobUnit.Fraction, "Most that one order spends, as a share of the purse: free TAO and what it may draw from root", AtLeast = 0, AtMost = 1)]
    public required double CashShare { get; init; }

    [Knob(KnobUnit.Fraction, "Most that one order moves, as a share of the pool's reserve; volatility grows with it", AtLeast = 0, AtMost = 1)]
    public required double PoolShare { get; init; }

    [Knob(KnobUnit.Tao, "Least order: ordered where the shares of purse and pool give less, or nothing where it has less", AtLeast = 0, AtMost = 1e6)]
    public required double LeastOrder { get; init; }

    [Knob(KnobUnit.Fraction, "How far an order's average price may lie off spot; what lies beyond is not filled", AtLeast = 0, AtMost = 1)]
    public required double Slippage { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its root stake that it may draw on at one look to buy; hot money grows with it", AtLeast = 0, AtMost = 1)]
    public required double FromRoot { get; init; }

    public abstract Intent Decide(Sight sight, Dice dice);

    /// <summary>An empty list of orders for this look, with this agent's bounds.</summary>
    protected Orders OrdersFor(Sight sight) => new(sight, new OrderBounds(CashShare, PoolShare, LeastOrder, Slippage, FromRoot));

    protected WakeCondition NextLook(Sight sight, Dice dice) => When.In(sight.Now, (long)dice.Exponential(Pause));

    /// <summary>Picks a subnet by the TAO in its pool to a power: 0 is any pool alike, 1 in proportion.</summary>
    /// <param name="suits">Which will do; null for all that have a price.</param>
    /// <returns>The place of its quote; null when none will do.</returns>
    protected static int? PickByDepth(Sight sight, Dice dice, double power, Suits? suits = null)
    {
        var quotes = sight.Quotes.AsSpan();
        using var weights = Row.Of(quotes.Length);
        for (var i = 0; i < quotes.Length; i++)
            if (quotes[i].Price > 0 && (suits is null || suits(sight, quotes[i])))
                weights[i] = Reproducible.Pow(quotes[i].TaoReserve.Tokens, power);
        return dice.Weighted(weights.All);
    }

    /// <summary>Whether a subnet will do.</summary>
    protected delegate bool Suits(in Sight sight, in SubnetQuote quote);
}
