using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Owners;

/// <summary>Has its miners mine another coin: alpha pays for their energy, what they mine is the owner's.</summary>
/// <remarks>
/// Miners compete, so they run as many machines as their pay covers: h = pay ÷ energy cost, in what a hash earns on average, and it takes a while until machines are
/// there. The whole hash rate of the world does not change by it, so its work is worth nothing to others. Without pay from the subnet it would stand still,
/// or earn hash price less energy cost like any mine; that margin is left out.
/// </remarks>
[Strategy("bitcoin-mine", Role.Owner,
    Rule = "Its miners mine another coin with what their alpha pay covers of energy; the owner takes what they mined, at a hash price, and spends a share of it on its own alpha.",
    Source = "Why dTAO is broken (March 2025), thought experiment: a Bitcoin-mining subnet that buys its token back with mined BTC")]
public sealed class BitcoinMine : Venture
{
    private double hash, price = 1;

    [Knob(KnobUnit.Fraction, "What energy costs its miners, as a share of what a hash earns on average; below 1 they are better than the world's miners", AtLeast = 0.05, AtMost = 10)]
    public required double EnergyCost { get; init; }

    [Knob(KnobUnit.Blocks, "Time in which machines follow the pay to 1/e of the difference", AtLeast = 1, AtMost = 2_628_000)]
    public required double BuildTime { get; init; }

    protected override void Listen(Heard post)
    {
        if (post is { Topic: Topic.HashPrice, Value: > 0 } && double.IsFinite(post.Value)) price = Math.Min(post.Value, 1e3);
    }

    protected override (double Revenue, double Output) Run(double paidEffort, double days, Sight sight, Dice dice)
    {
        hash += (paidEffort / EnergyCost - hash) * -Reproducible.Expm1(-days * Protocol.Units.Block.PerDay / BuildTime);
        return (hash * price, 0);
    }
}
