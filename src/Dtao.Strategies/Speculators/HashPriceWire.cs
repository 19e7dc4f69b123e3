using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Outside;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Says what a hash earns outside, the same for all who mine. It owns nothing and trades nothing.</summary>
[Strategy("hash-price", Role.Speculator,
    Rule = "It posts again and again what a hash earns against its average: the coin's price walks at random and the world's hash rate follows it.",
    Source = "free entry of miners: price over difficulty reverts; our choice of values")]
public sealed class HashPriceWire : IStrategy
{
    private HashPrice? price;

    [Knob(KnobUnit.Fraction, "Standard deviation of the coin's log price in TAO after a day", AtLeast = 0, AtMost = 1)]
    public required double Volatility { get; init; }

    [Knob(KnobUnit.Blocks, "Time in which the world's hash rate follows the price", AtLeast = 1, AtMost = 2_628_000)]
    public required double Adjustment { get; init; }

    [Knob(KnobUnit.Blocks, "Time between two posts", AtLeast = 1, AtMost = 2_628_000)]
    public required double Repeat { get; init; }

    public Intent Decide(Sight sight, Dice dice)
    {
        price ??= new HashPrice(Volatility, Adjustment);
        return Intent.None.Say(new Post(NetUid.Root, Topic.HashPrice, price.At(sight.Now.Height, dice))).WakeMe(When.In(sight.Now, (long)Repeat));
    }
}
