using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>One of a group that buys up the subnet of which it believes most that holding is paid, talks, and means to sell dearer.</summary>
/// <remarks>
/// Its budget, its profit and its patience are its own; all that its members share is what they have heard. It takes a place as a miner, so that
/// what it holds is paid for. The prototype's accumulating club bought by a rule without an end; this one has a purse and a reason to leave.
/// </remarks>
[Strategy("syndicate", Role.Speculator,
    Rule = "It puts a budget, step by step, into the subnet whose pay for holding it believes in most, tells what it holds, and sells out at its profit, its stop, when its time is up, or when it fears that others will.",
    Source = "feasibility.md 1 and 3: an accumulating group is what the pump needs; record.md 1.3, 5.2: steps, and targets of +212 %")]
public sealed class Syndicate : Believer, IHearsFills
{
    private NetUid? target;
    private Block chosenAt;
    private double paid, peak;
    private bool isLeaving;

    [Knob(KnobUnit.Fraction, "Credence from which on it puts money into a subnet that is said to pay for holding", AtLeast = 0, AtMost = 1)]
    public required double Believe { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its wealth that it puts into its target; the larger, the higher the pump", AtLeast = 0, AtMost = 1)]
    public required double Budget { get; init; }

    [Knob(KnobUnit.Blocks, "Mean time between its steps, in and out", AtLeast = 1, AtMost = 2_628_000)]
    public required double Step { get; init; }

    [Knob(KnobUnit.Fraction, "Gain on what it paid at which it sells out", AtLeast = 0, AtMost = 100)]
    public required double Profit { get; init; }

    [Knob(KnobUnit.Fraction, "Fall of the price from its peak at which it sells out", AtLeast = 0, AtMost = 1)]
    public required double Trail { get; init; }

    [Knob(KnobUnit.Blocks, "Time after its choice at which it sells out in any case", AtLeast = 1, AtMost = 26_280_000)]
    public required double Patience { get; init; }

    [Knob(KnobUnit.Fraction, "Log price fall by others' sales that it bears without leaving", AtLeast = 0, AtMost = 10)]
    public required double Nerve { get; init; }

    [Knob(KnobUnit.Fraction, "Chance that it speaks at a step", AtLeast = 0, AtMost = 1)]
    public required double Talk { get; init; }

    protected override double PauseNow => target is null ? Pause : Step;

    public void Hear(Outcome outcome)
    {
        if (outcome is Staked bought && bought.Netuid == target) paid += bought.Paid.Tokens;
    }

    protected override Intent Look(Sight sight, Dice dice)
    {
        if (isLeaving && (Quote(sight) is not { } left || !sight.Holds(left))) (target, isLeaving) = (null, false);
        if (target is null) Choose(sight);
        if (Quote(sight) is not { } quote) return Intent.None;
        peak = Math.Max(peak, quote.Price);
        isLeaving |= IsTimeToLeave(sight, quote);
        return isLeaving ? Leave(sight, quote) : Hold(sight, quote, dice);
    }

    private Intent Hold(Sight sight, in SubnetQuote quote, Dice dice)
    {
        var orders = OrdersFor(sight);
        var missing = Budget * sight.Wealth - paid;
        if (missing > LeastOrder) orders.Buy(quote, missing);
        var intent = Intent.Of([Place(sight, quote), .. orders.Intent.Commands]);
        return dice.Chance(Talk) ? intent.Say(new Post(quote.Netuid, Topic.Holding, sight.WorthOn(quote) / sight.Wealth)) : intent;
    }

    private Intent Leave(Sight sight, in SubnetQuote quote)
    {
        var orders = OrdersFor(sight);
        Abandon(orders, quote);
        return orders.Intent;
    }

    private void Choose(Sight sight)
    {
        var most = Believe;
        foreach (ref readonly var quote in sight.Quotes.AsSpan())
            if (Beliefs.On(quote.Netuid) is { } belief && belief.Paid >= most)
                (target, chosenAt, paid, peak, most) = (quote.Netuid, sight.Now, 0, 0, belief.Paid);
    }

    private bool IsTimeToLeave(Sight sight, in SubnetQuote quote)
    {
        var worth = sight.WorthOn(quote);
        return sight.Now - chosenAt >= Patience
            || (paid > 0 && worth >= paid * (1 + Profit))
            || quote.Price <= peak * (1 - Trail)
            || Beliefs.FearedFall(quote, Others) > Nerve;
    }

    /// <summary>A place as a miner, where it has none and can pay for one.</summary>
    private static RegisterNeuron? Place(Sight sight, in SubnetQuote quote) =>
        sight.Own.Free >= quote.RegistrationCost && sight.MetagraphOf(quote.Netuid) is { } subnet && subnet.UidOf(sight.Own.Account) is null ? new RegisterNeuron(sight.Own.Account, quote.Netuid) : null;

    private SubnetQuote? Quote(Sight sight) => target is { } netuid ? sight.Market.Find(netuid) : null;
}
