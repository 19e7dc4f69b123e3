using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Brings what is new in the world: about one subnet, or about all of them. It owns nothing and trades nothing.</summary>
/// <remarks>News comes at Poisson times; its size has a power-law tail, as large moves of coins have (arXiv 2302.12319), and either sign.</remarks>
[Strategy("newswire", Role.Speculator,
    Rule = "At Poisson times it posts the log change that something new makes to what one subnet, or the whole market, is worth.",
    Source = "feasibility.md: independent subnet news, first thing to try for co-movement; record.md 5.1: pairwise daily correlation 0.18")]
public sealed class Newswire : IStrategy
{
    [Knob(KnobUnit.Blocks, "Mean time between news about one and the same subnet", AtLeast = 1, AtMost = 26_280_000)]
    public required double Every { get; init; }

    [Knob(KnobUnit.Blocks, "Mean time between news about the whole market", AtLeast = 1, AtMost = 26_280_000)]
    public required double MarketEvery { get; init; }

    [Knob(KnobUnit.Fraction, "Least size of a subnet's news, log change of worth", AtLeast = 0, AtMost = 10)]
    public required double Size { get; init; }

    [Knob(KnobUnit.Fraction, "Least size of the market's news, log change of worth", AtLeast = 0, AtMost = 10)]
    public required double MarketSize { get; init; }

    [Knob(KnobUnit.Number, "Pareto exponent of sizes; the smaller, the fatter the tails of returns", AtLeast = 0.5, AtMost = 20)]
    public required double Tail { get; init; }

    [Knob(KnobUnit.Fraction, "Largest size of any news, log change of worth", AtLeast = 0, AtMost = 10)]
    public required double Largest { get; init; }

    public Intent Decide(Sight sight, Dice dice)
    {
        var subnets = sight.Quotes.Length;
        var (ofSubnets, ofMarket) = (subnets / Every, 1 / MarketEvery);
        var isMarket = dice.Chance(ofMarket / (ofSubnets + ofMarket)) || subnets == 0;
        var size = Math.Min(Largest, dice.Pareto(Tail, isMarket ? MarketSize : Size));
        var netuid = isMarket ? NetUid.Root : sight.Quotes[dice.Below(subnets)].Netuid;
        return Intent.None
            .Say(new Post(netuid, Topic.News, dice.Chance(0.5) ? size : -size))
            .WakeMe(When.In(sight.Now, (long)dice.Exponential(1 / (ofSubnets + ofMarket))));
    }
}
