using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Buys what has risen, sells what has fallen.</summary>
/// <remarks>
/// The trend is the price against a fading average of past prices, as in the extended Chiarella model
/// (Majewski, Ciliberti and Bouchaud, 2018, arXiv 1807.11751). It looks at a few subnets and buys one of them, the likelier the more it rose:
/// a crowd of trend followers that saw everything would act as one, and a few of them would lift any pool without limit.
/// </remarks>
[Strategy("momentum", Role.Speculator,
    Rule = "At each look it buys one of the subnets it looks at that rose by more than the threshold, and sells those it holds that fell by more.",
    Source = "Lux and Marchesi (1999), Nature 397, chartists; trend as in Majewski, Ciliberti and Bouchaud, arXiv 1807.11751")]
public sealed class Momentum : Trader
{
    private readonly PriceMemory memory = new();

    [Knob(KnobUnit.Fraction, "Smallest log price change that makes it act; the larger, the rarer it trades", AtLeast = 0, AtMost = 10)]
    public required double Threshold { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which a past price counts for 1/e in what it compares with", AtLeast = 1, AtMost = 2_628_000)]
    public required double LookBack { get; init; }

    [Knob(KnobUnit.Fraction, "Chance that it looks at a subnet that it does not hold; with it grows the crowd that follows one rise", AtLeast = 0, AtMost = 1)]
    public required double Attention { get; init; }

    public override Intent Decide(Sight sight, Dice dice)
    {
        var orders = OrdersFor(sight);
        using var changes = Row.Of(sight.Quotes.Length);
        memory.Changes(sight, LookBack, changes.All);
        for (var i = 0; i < changes.Length; i++)
        {
            if (changes[i] < -Threshold) orders.Sell(sight.Quotes.ItemRef(i));
            changes[i] = dice.Chance(Attention) ? changes[i] - Threshold : 0;
        }
        if (dice.Weighted(changes.All) is { } risen) orders.Buy(sight.Quotes.ItemRef(risen));
        return orders.Intent.WakeMe(NextLook(sight, dice));
    }
}
