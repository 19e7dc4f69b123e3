using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>A bot: buys cheap subnets, then waits for its take-profit, its stop or its time, and sleeps between.</summary>
/// <remarks>
/// One position at a time. It sells the whole of it at any price, as such bots do, so many of them with like stops make a cascade.
/// While nothing is cheap it watches one subnet, drawn anew at each look, so that a falling price wakes a few of a cohort and not all.
/// </remarks>
[Strategy("stop-and-take", Role.Speculator,
    Rule = "It buys a subnet below its price ceiling, and sells all of it at its take-profit, at its stop, or after its holding time.",
    Source = "record.md 5.3: bots of an operator, buying only below 0.003 TAO, with holding time, stop and take-profit")]
public sealed class StopAndTake : Trader, IHearsFills
{
    private NetUid? chosen;
    private Block deadline;
    private double paid, received;

    [Knob(KnobUnit.Price, "Price below which it buys", AtLeast = 0, AtMost = 1e6)]
    public required double Ceiling { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which it sells in any case", AtLeast = 1, AtMost = 26_280_000)]
    public required double Holding { get; init; }

    [Knob(KnobUnit.Fraction, "Fall below its average cost at which it sells", AtLeast = 0, AtMost = 1)]
    public required double Stop { get; init; }

    [Knob(KnobUnit.Fraction, "Rise above its average cost at which it sells", AtLeast = 0, AtMost = 100)]
    public required double Take { get; init; }

    public void Hear(Outcome outcome)
    {
        if (outcome is Staked bought && bought.Netuid == chosen) (paid, received) = (paid + bought.Paid.Tokens, received + bought.Received.Tokens);
    }

    public override Intent Decide(Sight sight, Dice dice)
    {
        if (chosen is null && sight.LargestHolding is { } own) Choose(own, sight.Now);
        return chosen is { } netuid && sight.Market.Find(netuid) is { } quote && sight.Holds(quote) ? Hold(sight, quote, dice) : Enter(sight, dice);
    }

    private Intent Hold(Sight sight, SubnetQuote quote, Dice dice)
    {
        if (received <= 0) (paid, received) = (quote.Price, 1); // Alpha that it did not buy has cost what it stands at when first seen.
        var (take, stop) = (paid / received * (1 + Take), paid / received * (1 - Stop));
        var orders = OrdersFor(sight);
        if (quote.Price < take && quote.Price > stop && sight.Now < deadline)
            return orders.Intent.WakeMe(When.Above(quote.Netuid, take), When.Below(quote.Netuid, stop), When.At(deadline));
        orders.Leave(quote);
        chosen = null;
        return orders.Intent.WakeMe(NextLook(sight, dice));
    }

    private Intent Enter(Sight sight, Dice dice)
    {
        var orders = OrdersFor(sight);
        chosen = null;
        if (PickByDepth(sight, dice, power: 1, (in _, in quote) => quote.Price < Ceiling) is { } cheap)
        {
            Choose(sight.Quotes[cheap], sight.Now);
            orders.Buy(sight.Quotes[cheap]);
            return orders.Intent.WakeMe(When.Fill(), NextLook(sight, dice));
        }
        return PickByDepth(sight, dice, power: 0) is { } watched
            ? orders.Intent.WakeMe(When.Below(sight.Quotes[watched].Netuid, Ceiling), NextLook(sight, dice))
            : orders.Intent.WakeMe(NextLook(sight, dice));
    }

    private void Choose(in SubnetQuote quote, Block now) => (chosen, deadline, paid, received) = (quote.Netuid, now + (long)Holding, 0, 0);
}
