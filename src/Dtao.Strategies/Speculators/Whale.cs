using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Builds a large position in a few large steps, holds it, and unloads it in steps.</summary>
/// <remarks>
/// Gain is judged on what the whole position would bring if sold, not on the spot price that its own buying has raised.
/// The record's pumps and crashes are made of such steps: single orders of a quarter of the pool, hours of quiet between them.
/// </remarks>
[Strategy("whale", Role.Speculator,
    Rule = "It now and then picks a subnet, buys it in large steps up to its target, and sells in steps at its profit, its stop, or when its time is up.",
    Source = "record.md 1.4 and 5.3: orders of 250-320 TAO in pools of 1,000 TAO; whale bot: 10 days, stop 90 %, take 30 %")]
public sealed class Whale : Trader, IHearsFills
{
    private NetUid? target;
    private Block chosenAt;
    private double paid;
    private bool isLeaving;

    [Knob(KnobUnit.Fraction, "Chance, at a look without a position, that it picks a subnet", AtLeast = 0, AtMost = 1)]
    public required double Appetite { get; init; }

    [Knob(KnobUnit.Number, "Power of a pool's TAO reserve in the choice of subnet: 0 is any pool alike, 1 in proportion", AtLeast = 0, AtMost = 3)]
    public required double DepthWeight { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its wealth that it puts into one position", AtLeast = 0, AtMost = 1)]
    public required double Position { get; init; }

    [Knob(KnobUnit.Blocks, "Mean time between the steps of buying in and of selling out", AtLeast = 1, AtMost = 2_628_000)]
    public required double Step { get; init; }

    [Knob(KnobUnit.Fraction, "Gain on what it paid at which it sells out", AtLeast = 0, AtMost = 100)]
    public required double Profit { get; init; }

    [Knob(KnobUnit.Fraction, "Loss on what it paid at which it sells out", AtLeast = 0, AtMost = 1)]
    public required double Stop { get; init; }

    [Knob(KnobUnit.Blocks, "Time after its choice at which it sells out in any case", AtLeast = 1, AtMost = 26_280_000)]
    public required double Holding { get; init; }

    public void Hear(Outcome outcome)
    {
        if (outcome is Staked bought && bought.Netuid == target) paid += bought.Paid.Tokens;
    }

    public override Intent Decide(Sight sight, Dice dice)
    {
        if (isLeaving && (Target(sight) is not { } left || !sight.Holds(left))) (target, isLeaving) = (null, false);
        if (target is null) Choose(sight, dice);
        var orders = OrdersFor(sight);
        if (Target(sight) is not { } quote) return orders.Intent.WakeMe(NextLook(sight, dice));

        isLeaving |= IsTimeToLeave(sight.WorthOn(quote), sight.Now);
        var missing = Position * sight.Wealth - paid;
        if (isLeaving) orders.Sell(quote);
        else if (missing > LeastOrder) orders.Buy(quote, missing);
        return orders.Intent.WakeMe(isLeaving || missing > LeastOrder ? When.In(sight.Now, (long)dice.Exponential(Step)) : NextLook(sight, dice));
    }

    private SubnetQuote? Target(Sight sight) => target is { } netuid ? sight.Market.Find(netuid) : null;

    /// <summary>What it was born with, or has left over, comes first; that cost what it would bring today.</summary>
    private void Choose(Sight sight, Dice dice)
    {
        if (sight.LargestHolding is { } held && sight.WorthOn(held) >= LeastOrder)
            (target, chosenAt, paid) = (held.Netuid, sight.Now, sight.WorthOn(held));
        else if (dice.Chance(Appetite) && PickByDepth(sight, dice, DepthWeight) is { } picked)
            (target, chosenAt, paid) = (sight.Quotes[picked].Netuid, sight.Now, 0);
    }

    private bool IsTimeToLeave(double worth, Block now) =>
        now - chosenAt >= Holding || (paid > 0 && (worth >= paid * (1 + Profit) || worth <= paid * (1 - Stop)));
}
