using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Believes in a subnet because others hold it and because it rises; stops believing for the same reasons turned round.</summary>
/// <remarks>
/// Each subnet has an opinion, bullish or bearish, that switches at the rates v·exp(±F) of Lux and Marchesi (1999), with
/// F = predisposition + herding · x + trend · tanh(r ÷ scale) − value · m − weariness · w. Here x, from −1 to 1, is what it has heard of
/// others' holdings, r the price change it has seen or been told of, m how far the price stands from the usual one, and w, from 1 to 0,
/// how fresh the memory is of having believed in it and stopped: a story that has been told is not caught twice in a row (Shiller, 2017, AER 107).
/// Pay for alpha held, as far as it believes in it, pushes it too, so does what is spent to make the subnet known, and the fear of others' sales pushes back.
/// It cannot turn bullish on what it has not noticed, so a subnet spreads from holder to hearer. It says what it holds and what it saw, no more.
/// </remarks>
[Strategy("meme-herder", Role.Speculator,
    Rule = "Its opinion of each subnet switches with what it hears that others hold, with the trend and with the price; it buys what it believes in, sells the rest, and tells.",
    Source = "Lux and Marchesi (1999), Nature 397, switching rates; Franke and Westerhoff (2012), JEDC 36, predisposition, herding, misalignment")]
public sealed class MemeHerder : Believer
{
    /// <summary>Keeps the rates finite; e¹⁰ switches are certain anyway.</summary>
    private const double StrongestPush = 10;

    private readonly BySubnet<Opinion> opinions = new(default);
    private readonly PriceMemory recent = new(), usual = new();
    private Block? last, heard;

    [Knob(KnobUnit.Number, "How often a day it changes its opinion of a subnet when nothing pushes; the larger, the faster booms and panics", AtLeast = 0, AtMost = 1000)]
    public required double Switching { get; init; }

    [Knob(KnobUnit.Number, "Push towards believing in any subnet at all; negative is scepticism", AtLeast = -10, AtMost = 10)]
    public required double Predisposition { get; init; }

    [Knob(KnobUnit.Number, "Push by what others hold; above 1 a crowd can carry itself", AtLeast = 0, AtMost = 10)]
    public required double Herding { get; init; }

    [Knob(KnobUnit.Number, "Push by a price change that is large against the scale", AtLeast = 0, AtMost = 10)]
    public required double Trend { get; init; }

    [Knob(KnobUnit.Fraction, "Log price change that counts as large", AtLeast = 0.001, AtMost = 10)]
    public required double Scale { get; init; }

    [Knob(KnobUnit.Number, "Push back for each unit by which the log price stands above the usual one", AtLeast = 0, AtMost = 10)]
    public required double Value { get; init; }

    [Knob(KnobUnit.Number, "Push against a subnet that it has just stopped believing in; fades like the memory of prices", AtLeast = 0, AtMost = 10)]
    public required double Weariness { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which a price counts for 1/e in the trend", AtLeast = 1, AtMost = 2_628_000)]
    public required double LookBack { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which a price counts for 1/e in what it takes for usual, and a disappointment too", AtLeast = 1, AtMost = 26_280_000)]
    public required double Habit { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which what it heard counts for 1/e", AtLeast = 1, AtMost = 2_628_000)]
    public required double Memory { get; init; }

    [Knob(KnobUnit.Number, "How many fresh voices weigh as much as its own doubt", AtLeast = 0.01, AtMost = 1000)]
    public required double Doubt { get; init; }

    [Knob(KnobUnit.Fraction, "Weight of a price change that it was told of against one that it saw", AtLeast = 0, AtMost = 1)]
    public required double Hearsay { get; init; }

    [Knob(KnobUnit.Fraction, "Log price change at which it notices a subnet that nobody speaks of, and which it finds worth telling", AtLeast = 0.001, AtMost = 10)]
    public required double Notice { get; init; }

    [Knob(KnobUnit.Fraction, "Largest share of its wealth in one subnet", AtLeast = 0, AtMost = 1)]
    public required double Conviction { get; init; }

    [Knob(KnobUnit.Fraction, "Chance that it speaks at a look", AtLeast = 0, AtMost = 1)]
    public required double Talk { get; init; }

    [Knob(KnobUnit.Number, "Push by the pay for holding that it believes in, where that is large against the scale of pay", AtLeast = 0, AtMost = 10)]
    public required double Pay { get; init; }

    [Knob(KnobUnit.Fraction, "Pay a day, in alpha for each alpha held, that counts as large", AtLeast = 0.0001, AtMost = 10)]
    public required double PayScale { get; init; }

    [Knob(KnobUnit.Number, "Push against a subnet for each unit of log price fall by others' sales that it fears", AtLeast = 0, AtMost = 20)]
    public required double Dread { get; init; }

    [Knob(KnobUnit.Number, "Push by what is spent to make a subnet known, where that is loud", AtLeast = 0, AtMost = 10)]
    public required double Hype { get; init; }

    [Knob(KnobUnit.Tao, "Marketing a day that is loud, and makes it notice a subnet", AtLeast = 0.001, AtMost = 1e6)]
    public required double Loud { get; init; }

    protected override void Listen(Sight sight, Dice dice)
    {
        if (heard is null) BelieveInWhatIsHeld(sight);
        var elapsed = heard is { } before ? sight.Now - before : 0;
        heard = sight.Now;
        Listen(sight.Heard, Reproducible.Exp(-elapsed / Memory), Reproducible.Exp(-elapsed / Habit));
    }

    protected override Intent Look(Sight sight, Dice dice)
    {
        var elapsed = last is { } before ? sight.Now - before : 0;
        last = sight.Now;
        using var changes = Row.Of(sight.Quotes.Length);
        recent.Changes(sight, LookBack, changes.All);
        Reconsider(sight, changes.All, elapsed / (double)Block.PerDay, dice);
        var intent = Trade(sight, dice);
        return intent.Say(dice.Chance(Talk) ? Tell(sight, changes.All, dice) : []);
    }

    private void BelieveInWhatIsHeld(Sight sight)
    {
        var quotes = sight.Quotes.AsSpan();
        opinions.MakeRoom(quotes);
        foreach (ref readonly var quote in quotes) opinions[quote.Netuid].IsBullish = sight.Holds(quote);
    }

    private void Listen(Feed feed, double heard, double disappointed)
    {
        foreach (ref var opinion in opinions.All) opinion.Fade(heard, disappointed);
        foreach (var post in feed.Posts)
            if (double.IsFinite(post.Value))
                opinions[post.Netuid].Hear(post);
    }

    private void Reconsider(Sight sight, ReadOnlySpan<double> changes, double days, Dice dice)
    {
        using var mispricings = Row.Of(changes.Length);
        usual.Changes(sight, Habit, mispricings.All);
        var quotes = sight.Quotes.AsSpan();
        for (var i = 0; i < changes.Length; i++)
        {
            ref readonly var quote = ref quotes[i];
            ref var opinion = ref opinions[quote.Netuid];
            if (!opinion.IsBullish && Beliefs.On(quote.Netuid) is not { Paid: > 0 } && !(opinion.Voices + Math.Abs(changes[i]) / Notice + opinion.Marketing / Loud >= 1))
            {
                dice.Uniform(); // What it is not aware of it has no opinion to change of, but a draw each keeps its luck on one subnet from hanging on another.
                continue;
            }
            var trend = changes[i] + Hearsay * opinion.Told;
            opinion.Push = Predisposition + Herding * opinion.Mood(Doubt) + Trend * Reproducible.Tanh(trend / Scale)
                - Value * mispricings[i] - Weariness * opinion.Disappointment + OfPay(sight, quote) + Hype * Reproducible.Tanh(opinion.Marketing / Loud);
            var rate = Switching * Reproducible.Exp(Math.Clamp(opinion.IsBullish ? -opinion.Push : opinion.Push, -StrongestPush, StrongestPush));
            if (dice.Chance(-Reproducible.Expm1(-rate * days))) opinion.Switch();
        }
    }

    /// <summary>What it believes of the pay for holding there, and what it fears that others will do about it.</summary>
    private double OfPay(Sight sight, in SubnetQuote quote)
    {
        if (Beliefs.On(quote.Netuid) is not { } belief || sight.MetagraphOf(quote.Netuid) is not { } subnet) return 0;
        return Pay * Reproducible.Tanh(belief.YieldPerDay(subnet, quote.TempoBlocks) / PayScale) - Dread * Beliefs.FearedFall(quote, Others);
    }

    /// <summary>Sells everything it does not believe in, and buys one of the subnets it does, the likelier the more it is pushed.</summary>
    private Intent Trade(Sight sight, Dice dice)
    {
        var orders = OrdersFor(sight);
        var wealth = sight.Wealth;
        var quotes = sight.Quotes.AsSpan();
        using var weights = Row.Of(quotes.Length);
        for (var i = 0; i < quotes.Length; i++)
        {
            ref readonly var quote = ref quotes[i];
            ref readonly var opinion = ref opinions[quote.Netuid];
            if (!opinion.IsBullish) Abandon(orders, quote);
            else if (sight.WorthOn(quote) < Conviction * wealth) weights[i] = Reproducible.Logistic(2 * opinion.Push);
        }
        if (dice.Weighted(weights.All) is { } believed)
        {
            ref readonly var quote = ref quotes[believed];
            orders.Buy(quote, Conviction * wealth - sight.WorthOn(quote));
        }
        return orders.Intent;
    }

    /// <summary>One holding that it believes in, what it has got rid of since it spoke of it, and the largest price change that it noticed.</summary>
    private ImmutableArray<Post> Tell(Sight sight, ReadOnlySpan<double> changes, Dice dice)
    {
        var posts = ImmutableArray.CreateBuilder<Post>();
        using var held = Row.Of(changes.Length);
        var quotes = sight.Quotes.AsSpan();
        var largest = 0;
        for (var i = 0; i < changes.Length; i++)
        {
            ref readonly var quote = ref quotes[i];
            ref var opinion = ref opinions[quote.Netuid];
            var worth = sight.WorthOn(quote);
            if (Sight.IsEnough(worth) && opinion.IsBullish) held[i] = worth;
            if (Math.Abs(changes[i]) > Math.Abs(changes[largest])) largest = i;
            if (!opinion.HasSpoken || Sight.IsEnough(worth)) continue;
            posts.Add(new Post(quote.Netuid, Topic.Holding, 0));
            opinion.HasSpoken = false;
        }
        if (dice.Weighted(held.All) is { } dear)
        {
            posts.Add(new Post(quotes[dear].Netuid, Topic.Holding, held[dear] / sight.Wealth));
            opinions[quotes[dear].Netuid].HasSpoken = true;
        }
        if (changes.Length > 0 && Math.Abs(changes[largest]) >= Notice) posts.Add(new Post(quotes[largest].Netuid, Topic.PriceChange, changes[largest]));
        return posts.ToImmutable();
    }

    private struct Opinion
    {
        private double bulls, bears;

        public bool IsBullish { get; set; }

        /// <summary>1 when it has just stopped believing, fading to 0.</summary>
        public double Disappointment { get; private set; }

        /// <summary>Whether it has told others of a holding and not yet that it is gone.</summary>
        public bool HasSpoken { get; set; }

        public double Push { get; set; }

        /// <summary>The last price change that it was told of, fading.</summary>
        public double Told { get; private set; }

        /// <summary>TAO a day that it has heard is spent to make the subnet known, fading.</summary>
        public double Marketing { get; private set; }

        public readonly double Voices => bulls + bears;

        /// <summary>From −1, all have sold, to 1, all hold.</summary>
        public readonly double Mood(double doubt) => (bulls - bears) / (bulls + bears + doubt);

        public void Switch()
        {
            if (IsBullish) Disappointment = 1;
            IsBullish = !IsBullish;
        }

        public void Fade(double heard, double disappointed)
        {
            (bulls, bears, Told, Marketing) = (heard * bulls, heard * bears, heard * Told, heard * Marketing);
            Disappointment *= disappointed;
        }

        public void Hear(Heard heard)
        {
            if (heard.Topic == Topic.Attention) Marketing = Math.Clamp(heard.Value, 0, 1e6);
            if (heard.Topic == Topic.PriceChange) Told = heard.Value;
            if (heard.Topic == Topic.Holding && heard.Value > 0) bulls++;
            if (heard.Topic == Topic.Holding && heard.Value <= 0) bears++;
        }
    }
}
