using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Has its own idea of what each subnet is worth, buys below it and sells above.</summary>
/// <remarks>
/// Demand grows with the log mispricing, φ·(p* − p), as in Franke and Westerhoff (2012), JEDC 36. Its value p* is the moving price times a
/// private error, lifted towards the level at which the market as a whole trades. Moving prices lag by weeks, so without a lift everything looks
/// dear in a rise and cheap in a fall; fully lifted it judges subnets against each other only, and the market as a whole has no anchor in it.
/// The error is log-normal and is revised slowly, which stands for private news.
/// </remarks>
[Strategy("fundamentalist", Role.Speculator,
    Rule = "It buys one of the subnets that trade below its private estimate of their value and sells those it holds that trade above.",
    Source = "Franke and Westerhoff (2012), JEDC 36, fundamentalist demand; history/record.md 5.3")]
public sealed class Fundamentalist : Trader
{
    private readonly Dictionary<int, double> errors = [];
    private readonly Dictionary<int, double> news = [];
    private readonly Dictionary<int, double> idle = [];
    private double? hope;
    private long last;

    [Knob(KnobUnit.Fraction, "Demand per unit of log mispricing, as a share of the pool's reserve; the larger, the faster prices revert", AtLeast = 0, AtMost = 10)]
    public required double Phi { get; init; }

    [Knob(KnobUnit.Number, "Standard deviation of the log of its private estimate about the public one", AtLeast = 0, AtMost = 5)]
    public required double Dispersion { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which its private estimates have changed to 1/e of what they were", AtLeast = 1, AtMost = 26_280_000)]
    public required double Revision { get; init; }

    [Knob(KnobUnit.Fraction, "Log mispricing that it leaves alone", AtLeast = 0, AtMost = 10)]
    public required double Margin { get; init; }

    [Knob(KnobUnit.Fraction, "How far it takes the market's level for fair: 0 judges by moving prices alone, 1 subnets against each other", AtLeast = 0, AtMost = 1)]
    public required double Relative { get; init; }

    [Knob(KnobUnit.Number, "Standard deviation of the log of the weight that it gives a piece of news; the larger, the less they agree", AtLeast = 0, AtMost = 5)]
    public required double Reading { get; init; }

    [Knob(KnobUnit.Number, "Log of what it thinks subnets are worth against their moving prices; 0 takes the past for fair", AtLeast = -5, AtMost = 5)]
    public required double Outlook { get; init; }

    [Knob(KnobUnit.Fraction, "What it takes for the least that a subnet is worth, as a share of the median moving price: newcomers have none of their own", AtLeast = 0, AtMost = 10)]
    public required double Newcomer { get; init; }

    [Knob(KnobUnit.Number, "What it adds to that when it first looks, out of hope; fades as its estimates are revised", AtLeast = -5, AtMost = 5)]
    public required double Hope { get; init; }

    [Knob(KnobUnit.Number, "Log discount on a subnet that pays for holding and not for work", AtLeast = 0, AtMost = 10)]
    public required double Disdain { get; init; }

    public override Intent Decide(Sight sight, Dice dice)
    {
        var orders = OrdersFor(sight);
        var bargains = new double[sight.Quotes.Length];
        var level = Reproducible.Pow(sight.MarketLevel, Relative);
        var kept = Reproducible.Exp(-(sight.Now.Height - last) / Revision);
        last = sight.Now.Height;
        Read(sight.Heard, kept, dice);
        var newcomer = Newcomer * Middling(sight);
        hope = hope is { } left ? left * kept : Hope;
        var ofMarket = Outlook + hope.Value + news.GetValueOrDefault(NetUid.Root.Value);
        for (var i = 0; i < bargains.Length; i++)
        {
            var quote = sight.Quotes[i];
            var usual = Math.Max(quote.MovingPrice, newcomer);
            if (!(quote.Price > 0 && usual > 0)) continue;
            var mispricing = Sight.LogReturn(quote.Price, level * usual) + Error(quote.Netuid.Value, kept, dice)
                + ofMarket + news.GetValueOrDefault(quote.Netuid.Value) - Disdain * idle.GetValueOrDefault(quote.Netuid.Value);
            bargains[i] = mispricing - Margin;
            if (mispricing < -Margin) orders.Sell(quote, Phi * -mispricing * quote.AlphaReserve.Tokens);
        }
        if (dice.Weighted(bargains) is { } cheap)
            orders.Buy(sight.Quotes[cheap], Phi * (bargains[cheap] + Margin) * sight.Quotes[cheap].TaoReserve.Tokens);
        return orders.Intent.WakeMe(NextLook(sight, dice));
    }

    /// <summary>The median of the moving prices; 0 where there are none.</summary>
    private static double Middling(Sight sight)
    {
        var moving = sight.Quotes.Select(quote => quote.MovingPrice).Order().ToArray();
        return moving.Length == 0 ? 0 : moving[moving.Length / 2];
    }

    /// <summary>News adds to what it thinks a subnet is worth, each as it reads it, and is forgotten as the moving price takes it up.</summary>
    private void Read(Feed feed, double kept, Dice dice)
    {
        foreach (var netuid in news.Keys.Order()) news[netuid] *= kept;
        foreach (var post in feed.Posts)
            if (post.Topic == Topic.PayForHolding) idle[post.Netuid.Value] = Math.Clamp(post.Value, 0, 1);
            else if (post.Topic == Topic.News && double.IsFinite(post.Value))
                news[post.Netuid.Value] = news.GetValueOrDefault(post.Netuid.Value) + post.Value * Reproducible.Exp(dice.Normal(0, Reading));
    }

    /// <summary>An Ornstein–Uhlenbeck process, so that the spread of estimates across agents and times stays what the knob says.</summary>
    private double Error(int netuid, double kept, Dice dice)
    {
        var fresh = dice.Normal(0, Dispersion);
        return errors[netuid] = errors.TryGetValue(netuid, out var before) ? kept * before + Math.Sqrt(1 - kept * kept) * fresh : fresh;
    }
}
