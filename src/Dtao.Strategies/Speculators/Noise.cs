using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Trades for reasons of its own, which the market cannot see: mostly a little, now and then a lot.</summary>
/// <remarks>
/// Its pauses are exponential, so its orders arrive as a Poisson process. Their sizes have a power-law tail, as order sizes do on real markets
/// (Gopikrishnan, Plerou, Gabaix and Stanley, 2000, Phys. Rev. E 62: exponent about 1.5): rare large orders are what makes returns fat-tailed.
/// </remarks>
[Strategy("noise", Role.Speculator,
    Rule = "At Poisson times it buys or sells a subnet picked by depth, with an order whose size has a power-law tail.",
    Source = "record.md 5.3, noise; tail of order sizes: Gopikrishnan et al. (2000), Phys. Rev. E 62")]
public sealed class Noise : Trader
{
    private double mood;
    private long last;

    [Knob(KnobUnit.Fraction, "Smallest order as a share of the pool's reserve; the median order is 2^(1/tail) times as large", AtLeast = 0, AtMost = 1)]
    public required double Size { get; init; }

    [Knob(KnobUnit.Number, "Pareto exponent of the order size; the smaller, the more often an order is huge", AtLeast = 0.5, AtMost = 10)]
    public required double Tail { get; init; }

    [Knob(KnobUnit.Fraction, "Chance that an order buys; the rest sell something held", AtLeast = 0, AtMost = 1)]
    public required double BuyChance { get; init; }

    [Knob(KnobUnit.Number, "Power of a pool's TAO reserve in the choice of subnet: 0 is any pool alike, 1 in proportion", AtLeast = 0, AtMost = 3)]
    public required double DepthWeight { get; init; }

    [Knob(KnobUnit.Number, "Push of the market's news on whether it buys; the larger, the more subnets move together", AtLeast = 0, AtMost = 100)]
    public required double Mood { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which news counts for 1/e in its mood", AtLeast = 1, AtMost = 2_628_000)]
    public required double Memory { get; init; }

    public override Intent Decide(Sight sight, Dice dice)
    {
        Read(sight);
        var orders = OrdersFor(sight);
        var share = dice.Pareto(Tail, Size);
        var buys = dice.Chance(Math.Min(1, BuyChance * (1 + Reproducible.Tanh(Mood * mood))));
        if ((buys ? PickByDepth(sight, dice, DepthWeight) : PickHeld(sight, dice)) is { } picked)
        {
            ref readonly var quote = ref sight.Quotes.ItemRef(picked);
            if (buys) orders.Buy(quote, share * quote.TaoReserve.Tokens);
            else orders.Sell(quote, share * quote.AlphaReserve.Tokens);
        }
        return orders.Intent.WakeMe(NextLook(sight, dice));
    }

    private int? PickHeld(Sight sight, Dice dice) => PickByDepth(sight, dice, DepthWeight, static (in held, in quote) => held.Holds(quote));

    private void Read(Sight sight)
    {
        mood *= Reproducible.Exp(-(sight.Now.Height - last) / Memory);
        last = sight.Now.Height;
        foreach (var post in sight.Heard.Posts)
            if (post is { Topic: Topic.News, Netuid.IsRoot: true } && double.IsFinite(post.Value))
                mood += post.Value;
    }
}
