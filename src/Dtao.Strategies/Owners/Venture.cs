using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Owners;

/// <summary>
/// What owners have in common whose subnet is a business: it takes something in outside, because miners are paid for work on it, and that comes in as TAO.
/// A share of it buys the subnet's own alpha, a share of all income makes the subnet known, costs go out, and beyond a reserve what is left goes out as profit.
/// It makes known what anyone could read in its books.
/// </summary>
public abstract class Venture : IStrategy, IHearsFills, IAsksMiners
{
    /// <summary>TAO a day; no business of a subnet comes near it, and no number beyond it is one.</summary>
    private const double Most = 100_000;

    private readonly Income cut = new();
    private readonly PaidEffort effort = new();
    private Block? last;
    private long next;

    [Knob(KnobUnit.Blocks, "Time between two looks at the books", AtLeast = 1, AtMost = 2_628_000)]
    public required double Pause { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its revenue that it spends on its own alpha", AtLeast = 0, AtMost = 1)]
    public required double BuyBack { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its income, revenue and what it sells of the owner cut, that it spends to make its subnet known", AtLeast = 0, AtMost = 1)]
    public required double Marketing { get; init; }

    [Knob(KnobUnit.Tao, "What its team and machines cost a day; what revenue does not cover it sells of the owner cut", AtLeast = 0, AtMost = 1e5)]
    public required double Cost { get; init; }

    [Knob(KnobUnit.Fraction, "Share of the owner cut that it sells beyond that", AtLeast = 0, AtMost = 1)]
    public required double Share { get; init; }

    [Knob(KnobUnit.Tao, "Free TAO that it keeps; what lies beyond goes out as profit", AtLeast = 0, AtMost = 1e6)]
    public required double Reserve { get; init; }

    [Knob(KnobUnit.Fraction, "How far the average price of a buy-back may lie above spot", AtLeast = 0, AtMost = 1)]
    public required double Slippage { get; init; }

    [Knob(KnobUnit.Tao, "What it asks for its subnet; 0 keeps it", AtLeast = 0, AtMost = 1e6)]
    public required double Ask { get; init; }

    public void Hear(Outcome outcome)
    {
        if (outcome is Staked bought) cut.Bought(bought.Netuid, bought.Received.Tokens);
    }

    public Intent Decide(Sight sight, Dice dice)
    {
        foreach (var post in sight.Heard.Posts)
        {
            effort.Hear(post);
            Listen(post);
        }
        if (sight.Now.Height < next) return Sleep();
        next = sight.Now.Height + (long)Pause;
        var days = (sight.Now - (last ?? sight.Now)) / (double)Block.PerDay;
        last = sight.Now;
        var work = sight.OwnSubnet is { } own ? Keep(sight, own, days, dice) : Intent.None;
        return work with { Conditions = Sleep().Conditions };
    }

    /// <summary>What it takes in outside and what its work is worth to others, TAO a day.</summary>
    /// <param name="paidEffort">What miners are paid for work, TAO a day.</param>
    /// <param name="days">Since the last look; 0 at the first.</param>
    protected abstract (double Revenue, double Output) Run(double paidEffort, double days, Sight sight, Dice dice);

    /// <summary>What else it hears.</summary>
    protected virtual void Listen(Heard post)
    {
    }

    private Intent Sleep() => Intent.None.WakeMe(When.At(new Block(next)), When.Post(Topic.Work));

    private Intent Keep(Sight sight, in SubnetQuote own, double days, Dice dice)
    {
        var paid = sight.MetagraphOf(own.Netuid) is { } page ? effort.PerDay(page, own) : 0;
        var (revenue, output) = Run(paid, days, sight, dice);
        revenue = Math.Clamp(revenue, 0, Most);
        var books = Books(sight, own, revenue * days, days);
        var commands = new List<LedgerCommand?>([.. Offers.Missing(sight, Ask), .. books.Commands]);
        return Intent.Of(commands).Say(Tell(own, revenue, Math.Clamp(output, 0, Most), days > 0 ? books.Marketing / days : 0));
    }

    /// <summary>In this order: revenue in, alpha bought, costs, marketing and profit out, and the cut sold for the next time.</summary>
    private (IEnumerable<LedgerCommand?> Commands, double Marketing) Books(Sight sight, in SubnetQuote own, double revenue, double days)
    {
        var deposit = sight.Deposit(revenue);
        var after = sight.Having(sight.Own.Free + (deposit?.Amount ?? Tao.Zero));
        var bought = after.Buy(own, BuyBack * revenue, Slippage) as Stake;
        after = after.Having(after.Own.Free - (bought?.Amount ?? Tao.Zero));
        var (worth, owed) = (cut.Worth(sight), Cost * days);
        var known = Math.Min(Marketing * (revenue + Share * worth), Math.Max(0, after.Cash - owed));
        var missing = Math.Max(0, owed + known - (1 - BuyBack) * revenue);
        var covering = worth > 0 ? Math.Min(1, missing / worth) : 0;
        var sales = cut.Sell(sight, covering + (1 - covering) * Share);
        return ([deposit, bought, after.Withdraw(Math.Max(owed + known, after.Cash - Reserve)), .. sales], known);
    }

    private ImmutableArray<Post> Tell(in SubnetQuote own, double revenue, double output, double marketing)
    {
        var netuid = own.Netuid;
        var posts = ImmutableArray.Create(new Post(netuid, Topic.Revenue, revenue), new Post(netuid, Topic.Output, output));
        if (BuyBack > 0 && !own.IsWithoutPool) posts = posts.Add(new Post(netuid, Topic.BuyBack, BuyBack * revenue));
        return Marketing > 0 ? posts.Add(new Post(netuid, Topic.Attention, marketing)) : posts;
    }
}
