using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Owners;

/// <summary>Buys a cheap subnet from its owner and publishes code for it that pays for what its knob says.</summary>
/// <remarks>When it comes is drawn for each run; which subnet it takes depends on the prices and the offers of that moment.</remarks>
[Strategy("takeover", Role.Owner,
    Rule = "At its time it buys one of the cheap subnets that are for sale, and from then on publishes how far miners are paid there for alpha held.",
    Source = "record.md 1.1: somebody took over subnet 28, which ranked about 33 of 66, and paid miners by tokens held")]
public sealed class Takeover : IStrategy
{
    private long start = -1;
    private Block? advertised;

    [Knob(KnobUnit.Blocks, "Time after genesis at which it comes", AtLeast = 1, AtMost = 26_280_000)]
    public required double After { get; init; }

    [Knob(KnobUnit.Fraction, "Lowest rank by price, as a share of all subnets, that it takes: 0 is the dearest, 1 the cheapest", AtLeast = 0, AtMost = 1)]
    public required double RankFrom { get; init; }

    [Knob(KnobUnit.Fraction, "Highest rank by price that it takes", AtLeast = 0, AtMost = 1)]
    public required double RankTo { get; init; }

    [Knob(KnobUnit.Tao, "Least TAO in the pool of a subnet that it takes", AtLeast = 0, AtMost = 1e6)]
    public required double PoolFrom { get; init; }

    [Knob(KnobUnit.Tao, "Most TAO in the pool of a subnet that it takes", AtLeast = 0, AtMost = 1e6)]
    public required double PoolTo { get; init; }

    [Knob(KnobUnit.Tao, "Most that it pays for a subnet", AtLeast = 0, AtMost = 1e6)]
    public required double Most { get; init; }

    [Knob(KnobUnit.Fraction, "How far its code pays miners for alpha held; 0 goes on paying for work", AtLeast = 0, AtMost = 1)]
    public required double PayForHolding { get; init; }

    [Knob(KnobUnit.Blocks, "Time between two publications", AtLeast = 1, AtMost = 2_628_000)]
    public required double Repeat { get; init; }

    [Knob(KnobUnit.Tao, "What it pays outside a day to make its subnet known; 0 pays nothing", AtLeast = 0, AtMost = 1e6)]
    public required double Marketing { get; init; }

    public Intent Decide(Sight sight, Dice dice)
    {
        if (start < 0) start = sight.Now.Height + (long)After;
        if (sight.Now.Height < start) return Intent.None.WakeMe(When.At(new Block(start)));
        if (Own(sight) is { } own) return Publish(sight, own);
        var offer = Pick(sight, dice);
        return Intent.Of(offer).WakeMe(When.In(sight.Now, offer is null ? Block.PerHour : 1));
    }

    private Intent Publish(Sight sight, NetUid netuid) =>
        Advertise(sight, netuid).Say(new Post(netuid, Topic.PayForHolding, PayForHolding)).WakeMe(When.In(sight.Now, (long)Repeat));

    /// <summary>It is known as far as it has paid since the last time, out of what it has left and of the owner cut.</summary>
    private Intent Advertise(Sight sight, NetUid netuid)
    {
        if (Marketing <= 0) return Intent.None;
        var days = (sight.Now - (advertised ?? sight.Now)) / (double)Block.PerDay;
        advertised = sight.Now;
        var due = Marketing * days;
        var paid = sight.Withdraw(due);
        var sale = sight.Cash < 2 * due && sight.Market.Find(netuid) is { } quote && sight.WorthOn(quote) is > 0 and var worth ? sight.Sell(quote, Math.Min(1, due / worth)) : null;
        return Intent.Of(paid, sale).Say(new Post(netuid, Topic.Attention, days > 0 ? (paid?.Amount.Tokens ?? 0) / days : 0));
    }

    private static NetUid? Own(Sight sight)
    {
        foreach (var quote in sight.Quotes)
            if (quote.Owner == sight.Own.Account)
                return quote.Netuid;
        return null;
    }

    private LedgerCommand? Pick(Sight sight, Dice dice)
    {
        var byPrice = sight.Quotes.OrderByDescending(quote => quote.Price).ThenBy(quote => quote.Netuid.Value).ToArray();
        var (from, to) = ((int)(RankFrom * byPrice.Length), (int)(RankTo * byPrice.Length));
        var offers = byPrice[from..Math.Max(from, to)].Where(quote => IsDeepEnough(quote) && quote.Ask is { } ask && ask.Tokens <= Math.Min(Most, sight.Cash)).ToArray();
        return offers.Length == 0 ? null : new BuySubnet(sight.Own.Account, dice.Pick(offers).Netuid, Tao.Min(sight.Own.Free, Tao.Of((decimal)Most)));
    }

    private bool IsDeepEnough(in SubnetQuote quote) => quote.TaoReserve.Tokens >= PoolFrom && quote.TaoReserve.Tokens <= PoolTo;
}
