using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Miners;

/// <summary>Does no work: where those are paid who sell, it buys alpha, sells a part of it in each tempo, and buys that back.</summary>
/// <remarks>
/// It believes what it sees: an epoch that divided the miners' pay as sales had been divided, so that those who did not sell got next to nothing.
/// One such epoch may be chance, where few are paid; two are not, and neither is one on a subnet of which it was told.
/// </remarks>
[Strategy("seller-miner", Role.Miner,
    Rule = "It registers where it saw two epochs pay for sales, or one where it was told so, buys alpha, sells a part of it just before each epoch, and leaves when its pay no longer covers what its orders lost against spot.",
    Source = "record.md 1.2: \"If you have the token and want to get rewarded for it, just register a miner, and unstake\"; buys are not counted against it")]
public sealed class SellerMiner : IStrategy, IHearsFills
{
    private readonly SortedSet<int> told = [];
    private readonly SortedDictionary<int, long> seen = [];
    private NetUid? home;
    private Block placedAt, lastLook, judged;
    private long boughtFor = -1;
    private double price, lost;

    [Knob(KnobUnit.Fraction, "Share of the pay that must have gone by sales for it to believe that selling is paid", AtLeast = 0, AtMost = 1)]
    public required double Overlap { get; init; }

    [Knob(KnobUnit.Tao, "Worth of the alpha that it works with", AtLeast = 0, AtMost = 1e6)]
    public required double Capital { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its holding that it sells in a tempo; the larger, the larger its part of the pay and its slippage", AtLeast = 0, AtMost = 1)]
    public required double Part { get; init; }

    [Knob(KnobUnit.Blocks, "Time in which a place has to earn its price", AtLeast = 1, AtMost = 26_280_000)]
    public required double Horizon { get; init; }

    [Knob(KnobUnit.Blocks, "Mean time between looks round the subnets; pauses are exponential", AtLeast = 1, AtMost = 2_628_000)]
    public required double Pause { get; init; }

    public void Hear(Outcome outcome)
    {
        switch (outcome)
        {
            case NeuronRegistered registered: (home, placedAt) = (registered.Netuid, lastLook); break;
            case Staked bought when bought.Netuid == home: lost += bought.Paid.Tokens - bought.Received.Tokens * price; break;
            case Unstaked sold when sold.Netuid == home: lost += sold.Sold.Tokens * price - sold.Received.Tokens; break;
            default: break;
        }
    }

    public Intent Decide(Sight sight, Dice dice)
    {
        lastLook = sight.Now;
        foreach (var post in sight.Heard.Posts)
            if (post is { Topic: Topic.PayForSelling, Value: > 0 })
                told.Add(post.Netuid.Value);
        var command = home is { } netuid && sight.Market.Find(netuid) is { } quote ? Work(sight, quote) : Search(sight);
        var intent = Intent.Of(command).WakeMe([When.In(sight.Now, (long)dice.Exponential(Pause)), When.Post(Topic.PayForSelling), .. EpochsOf(sight)]);
        return command is RegisterNeuron ? intent.WakeMe(When.Fill()) : intent; // it buys as soon as it has its place
    }

    /// <summary>How far pay was divided as sales were, 0 to 1. A subnet that pays for work pays most to those who sold nothing in that very tempo.</summary>
    private static double PaidBySales(Metagraph page)
    {
        var sold = Sold(page);
        var overlap = 0.0;
        if (sold > 0)
            foreach (ref readonly var neuron in page.Neurons.AsSpan())
                overlap += Math.Min(neuron.IncentiveShare, neuron.Sold.Tokens / sold);
        return overlap;
    }

    private LedgerCommand? Search(Sight sight)
    {
        var best = (Netuid: (NetUid?)null, Gain: 0.0);
        foreach (ref readonly var quote in sight.Quotes.AsSpan())
        {
            if (sight.MetagraphOf(quote.Netuid) is not { IsOfEpoch: true } page || !(quote.Price > 0) || !IsConvinced(page)) continue;
            var hasPlace = page.UidOf(sight.Own.Account) is not null;
            var gain = Gain(page, quote, sight.Cash, hasPlace ? 0 : quote.RegistrationCost.Tokens);
            if (gain > best.Gain) best = (quote.Netuid, gain);
        }
        if (best.Netuid is not { } netuid) return null;
        if (sight.MetagraphOf(netuid)!.UidOf(sight.Own.Account) is null) return new RegisterNeuron(sight.Own.Account, netuid);
        (home, placedAt) = (netuid, sight.Now);
        return Buy(sight, sight.Market.Find(netuid)!.Value);
    }

    private bool IsConvinced(Metagraph page)
    {
        var netuid = page.Netuid.Value;
        if (PaidBySales(page) < Overlap)
        {
            seen.Remove(netuid);
            return false;
        }
        seen.TryAdd(netuid, page.Epoch.Height);
        return told.Contains(netuid) || seen[netuid] < page.Epoch.Height;
    }

    /// <summary>TAO over the horizon: its part of the pay, less what an order loses against spot on the way in and out, less the price of the place.</summary>
    private double Gain(Metagraph page, in SubnetQuote quote, double cash, double burn)
    {
        var sold = Math.Min(Capital, cash - burn) * Part;
        if (sold <= 0) return 0;
        var pay = page.Incentive.Tokens * quote.Price * sold / (Sold(page) + sold);
        return (pay - 2 * sold * sold / quote.TaoReserve.Tokens) * Horizon / (quote.TempoBlocks + 1) - burn;
    }

    private LedgerCommand? Work(Sight sight, in SubnetQuote quote)
    {
        price = quote.Price;
        if (sight.MetagraphOf(quote.Netuid) is not { } page) return null;
        if (page.Block > placedAt && (page.UidOf(sight.Own.Account) is not { } uid || IsDisappointing(page, page.Neurons[uid]))) return Leave(sight, quote);
        if (Epochs.IsBefore(quote, sight.Now, Explorer.LeadBlocks)) return sight.Sell(quote, Part);
        return boughtFor == page.Epoch.Height ? null : Buy(sight, quote, page);
    }

    /// <summary>Judges each epoch once. One in which it has not sold yet says nothing of its own pay.</summary>
    private bool IsDisappointing(Metagraph page, in NeuronView own)
    {
        if (!page.IsOfEpoch || page.Block <= judged) return false;
        var pay = own.IncentiveShare * page.Incentive.Tokens * price;
        var isWorthIt = own.Sold.IsZero || pay >= lost;
        (judged, lost) = (page.Block, 0);
        return PaidBySales(page) < Overlap || !isWorthIt;
    }

    private LedgerCommand? Leave(Sight sight, in SubnetQuote quote)
    {
        seen.Remove(quote.Netuid.Value);
        (home, lost, boughtFor) = (null, 0, -1);
        return sight.Sell(quote, share: 1);
    }

    private LedgerCommand? Buy(Sight sight, in SubnetQuote quote, Metagraph? page = null)
    {
        price = quote.Price;
        boughtFor = (page ?? sight.MetagraphOf(quote.Netuid))!.Epoch.Height;
        return sight.Buy(quote, Capital - sight.WorthOn(quote));
    }

    /// <summary>Late in the tempo, but so that the page by which validators score sales shows its own; and right after the epoch.</summary>
    private IEnumerable<WakeCondition> EpochsOf(Sight sight)
    {
        foreach (var quote in sight.Quotes)
        {
            if (quote.Netuid != home && !told.Contains(quote.Netuid.Value) && !seen.ContainsKey(quote.Netuid.Value)) continue;
            if (quote.Netuid == home && Epochs.Before(quote, sight.Now, Explorer.LeadBlocks) is { } late) yield return When.At(late);
            if (Epochs.Before(quote, sight.Now, lead: -1) is { } after) yield return When.At(after);
        }
    }

    private static double Sold(Metagraph page)
    {
        var sold = 0.0;
        foreach (ref readonly var neuron in page.Neurons.AsSpan()) sold += neuron.Sold.Tokens;
        return sold;
    }
}
