using System.Runtime.Intrinsics;
using Dtao.Protocol.Ledgers;
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
    Source = "Franke and Westerhoff (2012), JEDC 36, fundamentalist demand; record.md 5.3")]
public sealed class Fundamentalist : Trader
{
    /// <summary>Logs of its private estimates about the public ones; not a number before the first look.</summary>
    private readonly BySubnet<double> errors = new(double.NaN);

    /// <summary>Log changes by news that moving prices have not taken up yet; root's is that of the market.</summary>
    private readonly BySubnet<double> news = new(0);

    /// <summary>How far subnets pay for holding and not for work, 0 to 1, of those few of which it was told: a row of all would be read at each look.</summary>
    private readonly SortedList<NetUid, double> idle = [];

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
        var quotes = sight.Quotes.AsSpan();
        using var bargains = Row.Of(quotes.Length);
        using var drawn = Row.Of(quotes.Length);
        var level = Reproducible.Pow(sight.MarketLevel, Relative);
        var kept = Reproducible.Exp(-(sight.Now.Height - last) / Revision);
        last = sight.Now.Height;
        Read(sight.Heard, kept, dice);
        var renewed = Math.Sqrt(1 - kept * kept);
        hope = hope is { } left ? left * kept : Hope;
        var ofMarket = Outlook + hope.Value + news[NetUid.Root];
        var priced = Compare(quotes, level, Newcomer * sight.Figures.MiddlingMovingPrice, bargains.All);
        dice.Normal(0, Dispersion, drawn.All[..priced]);
        if (priced < drawn.Length) Spread(drawn.All, priced, bargains.All);
        var runs = new NetuidRuns(quotes);
        while (runs.Next(out var run))
        {
            var known = errors.Along(quotes[run]);
            Revise(known, bargains.All[run], drawn.All[run], kept, renewed);
            Add(bargains.All[run], known, ofMarket, news.Along(quotes[run]));
        }
        foreach (var (netuid, part) in idle)
            if (sight.PlaceOf(netuid) is { } place)
                bargains[place] -= Disdain * part;
        for (var i = 0; i < bargains.Length; i++)
        {
            var mispricing = bargains[i];
            bargains[i] = double.IsNaN(mispricing) ? 0 : mispricing - Margin;
            if (mispricing < -Margin) orders.Sell(quotes[i], Phi * -mispricing * quotes[i].AlphaReserve.Tokens);
        }
        if (dice.Weighted(bargains.All) is { } cheap)
            orders.Buy(quotes[cheap], Phi * (bargains[cheap] + Margin) * quotes[cheap].TaoReserve.Tokens);
        return orders.Intent.WakeMe(NextLook(sight, dice));
    }

    /// <summary>How far each moving price, lifted to the market's level, stands above the price, as a logarithm; not a number where there is nothing to compare.</summary>
    /// <returns>How many there are to compare.</returns>
    private static int Compare(ReadOnlySpan<SubnetQuote> quotes, double level, double newcomer, Span<double> gaps)
    {
        var priced = 0;
        for (var i = 0; i < gaps.Length; i++)
        {
            ref readonly var quote = ref quotes[i];
            var usual = Math.Max(quote.MovingPrice, newcomer);
            var isPriced = quote.Price > 0 && usual > 0;
            gaps[i] = !isPriced ? double.NaN : level * usual is > 0 and var lifted ? lifted / quote.Price : 1;
            if (isPriced) priced++;
        }
        Reproducible.Log(gaps);
        return priced;
    }

    /// <summary>News adds to what it thinks a subnet is worth, each as it reads it, and is forgotten as the moving price takes it up.</summary>
    private void Read(Feed feed, double kept, Dice dice)
    {
        DoubleLanes.Scale(news.All, kept);
        foreach (var post in feed.Posts)
            if (post.Topic == Topic.PayForHolding) idle[post.Netuid] = Math.Clamp(post.Value, 0, 1);
            else if (post.Topic == Topic.News && double.IsFinite(post.Value)) news[post.Netuid] += post.Value * Reproducible.Exp(dice.Normal(0, Reading));
    }

    /// <summary>Puts what was drawn, a number for each subnet that is compared, where its quote is.</summary>
    private static void Spread(Span<double> drawn, int count, ReadOnlySpan<double> gaps)
    {
        for (var i = drawn.Length - 1; i >= 0; i--) drawn[i] = double.IsNaN(gaps[i]) ? 0 : drawn[--count];
    }

    /// <summary>An Ornstein–Uhlenbeck process, so that the spread of estimates across agents and times stays what the knob says. Where nothing is compared it stands still.</summary>
    private static void Revise(Span<double> errors, ReadOnlySpan<double> gaps, ReadOnlySpan<double> fresh, double kept, double renewed)
    {
        var fours = DoubleLanes.Fours(errors, out var rest);
        for (var i = 0; i < fours.Length; i++)
        {
            var (error, gap, drawn) = (fours[i], DoubleLanes.Four(gaps, i), DoubleLanes.Four(fresh, i));
            var revised = Vector256.Create(kept) * error + Vector256.Create(renewed) * drawn;
            revised = Vector256.ConditionalSelect(Vector256.Equals(error, error), revised, drawn);
            fours[i] = Vector256.ConditionalSelect(Vector256.Equals(gap, gap), revised, error);
        }
        for (var i = errors.Length - rest.Length; i < errors.Length; i++)
            if (!double.IsNaN(gaps[i]))
                errors[i] = double.IsNaN(errors[i]) ? fresh[i] : kept * errors[i] + renewed * fresh[i];
    }

    /// <summary>What it thinks of a subnet beyond what anybody can see.</summary>
    private static void Add(Span<double> gaps, ReadOnlySpan<double> errors, double ofMarket, ReadOnlySpan<double> news)
    {
        var fours = DoubleLanes.Fours(gaps, out var rest);
        for (var i = 0; i < fours.Length; i++) fours[i] = fours[i] + DoubleLanes.Four(errors, i) + Vector256.Create(ofMarket) + DoubleLanes.Four(news, i);
        for (var i = gaps.Length - rest.Length; i < gaps.Length; i++) gaps[i] = gaps[i] + errors[i] + ofMarket + news[i];
    }
}
