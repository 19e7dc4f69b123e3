using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Comes with the tide: brings money in a bull market, buys what it keeps hearing of, and goes home in a bear market.</summary>
/// <remarks>
/// It picks a subnet in proportion to the attention it caught: what is spent on marketing, what others say they hold, and how far the price has risen.
/// Individual investors buy what grabs their attention and do not sell by it (Barber and Odean, 2008, RFS 21).
/// </remarks>
[Strategy("retail", Role.Speculator,
    Rule = "In a bull market it brings TAO from outside and buys one of the subnets that caught its attention; in a bear market it sells bit by bit and takes the TAO out.",
    Source = "Barber and Odean (2008), Review of Financial Studies 21, all that glitters; our choice of values")]
public sealed class Retail : Trader, IHearsFills
{
    private readonly BySubnet<double> marketing = new(0), talk = new(0);
    private readonly PriceMemory memory = new();
    private double? outside;
    private bool isBull;
    private long last;

    [Knob(KnobUnit.Tao, "What it could bring in from outside", AtLeast = 0, AtMost = 1e6)]
    public required double Outside { get; init; }

    [Knob(KnobUnit.Fraction, "Share of what is left of it that it brings in at a look in a bull market", AtLeast = 0, AtMost = 1)]
    public required double Inflow { get; init; }

    [Knob(KnobUnit.Tao, "Marketing a day that catches as much attention as one who says that it holds", AtLeast = 0.001, AtMost = 1e6)]
    public required double Loud { get; init; }

    [Knob(KnobUnit.Number, "Voices that a rise of the log price by 1 counts for", AtLeast = 0, AtMost = 1000)]
    public required double Chase { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which a past price counts for 1/e in what it compares with", AtLeast = 1, AtMost = 2_628_000)]
    public required double LookBack { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which what it heard counts for 1/e", AtLeast = 1, AtMost = 2_628_000)]
    public required double Memory { get; init; }

    [Knob(KnobUnit.Fraction, "Chance at a look in a bear market that it sells of a holding", AtLeast = 0, AtMost = 1)]
    public required double Flight { get; init; }

    [Knob(KnobUnit.Fraction, "Chance at a look that it tells of a holding", AtLeast = 0, AtMost = 1)]
    public required double Talk { get; init; }

    public void Hear(Outcome outcome)
    {
        if (outcome is Deposited came) outside -= came.Amount.Tokens;
        if (outcome is Withdrawn went) outside += went.Amount.Tokens;
    }

    public override Intent Decide(Sight sight, Dice dice)
    {
        outside ??= Outside;
        Listen(sight.Heard, Reproducible.Exp(-(sight.Now.Height - last) / Memory));
        last = sight.Now.Height;
        var changes = memory.Changes(sight, LookBack);
        var intent = isBull ? Come(sight, changes, dice) : Go(sight, dice);
        return intent.Say(dice.Chance(Talk) ? Tell(sight) : []).WakeMe(NextLook(sight, dice));
    }

    /// <summary>What it heard fades; what is spent on marketing is a rate, and the last word on it counts.</summary>
    private void Listen(Feed feed, double kept)
    {
        foreach (ref var voices in talk.All) voices *= kept;
        foreach (ref var spent in marketing.All) spent *= kept;
        foreach (var post in feed.Posts)
        {
            if (!double.IsFinite(post.Value)) continue;
            if (post.Topic == Topic.Regime) isBull = post.Value > 0;
            if (post.Topic == Topic.Attention) marketing[post.Netuid] = Math.Clamp(post.Value, 0, 1e6);
            if (post is { Topic: Topic.Holding, Value: > 0 }) talk[post.Netuid]++;
        }
    }

    /// <summary>What it brings in now it can spend at the next look, if there is anything to buy at all.</summary>
    private Intent Come(Sight sight, double[] changes, Dice dice)
    {
        var orders = OrdersFor(sight);
        for (var i = 0; i < changes.Length; i++)
        {
            var netuid = sight.Quotes[i].Netuid;
            changes[i] = marketing[netuid] / Loud + talk[netuid] + Chase * Math.Max(0, changes[i]);
        }
        if (dice.Weighted(changes) is { } caught) orders.Buy(sight.Quotes[caught]);
        return Intent.Of([.. orders.Intent.Commands, sight.HasPools ? sight.Deposit(Inflow * Math.Max(0, outside!.Value)) : null]);
    }

    private Intent Go(Sight sight, Dice dice)
    {
        var orders = OrdersFor(sight);
        foreach (var quote in sight.Quotes)
            if (dice.Chance(Flight) && sight.Holds(quote))
                orders.Sell(quote);
        return Intent.Of([.. orders.Intent.Commands, sight.Withdraw(sight.Cash)]);
    }

    private static ImmutableArray<Post> Tell(Sight sight) =>
        sight.LargestHolding is { } quote ? [new Post(quote.Netuid, Topic.Holding, Math.Clamp(sight.WorthOn(quote) / sight.Wealth, 0, 1))] : [];
}
