using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Reads the books: a subnet's alpha is worth a multiple of what its business earns and spends on it.</summary>
/// <remarks>
/// All alpha together is worth multiple · (buy-backs + faith · (revenue − buy-backs)) of a year. Buy-backs are all that reaches whoever holds alpha; how far the
/// rest of the revenue is believed to reach them one day is faith. Demand grows with the log mispricing, as in Franke and Westerhoff (2012), JEDC 36.
/// </remarks>
[Strategy("revenue-analyst", Role.Speculator,
    Rule = "It buys one of the subnets whose alpha trades below a multiple of what the subnet earns and buys back, and sells what trades above, or earns nothing.",
    Source = "Gordon (1959), RES 41, price as a multiple of what is paid out; Franke and Westerhoff (2012), JEDC 36, demand; our choice of values")]
public sealed class RevenueAnalyst : Trader
{
    private const double DaysAYear = 365;

    private readonly BySubnet<double> revenue = new(0), buyBacks = new(0), errors = new(double.NaN);
    private long last;

    [Knob(KnobUnit.Number, "Years of payments that all alpha of a subnet is worth", AtLeast = 0, AtMost = 1000)]
    public required double Multiple { get; init; }

    [Knob(KnobUnit.Fraction, "How far revenue that buys nothing back counts", AtLeast = 0, AtMost = 1)]
    public required double Faith { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which older books count for 1/e", AtLeast = 1, AtMost = 26_280_000)]
    public required double Averaging { get; init; }

    [Knob(KnobUnit.Fraction, "Demand per unit of log mispricing, as a share of the pool's reserve", AtLeast = 0, AtMost = 10)]
    public required double Phi { get; init; }

    [Knob(KnobUnit.Fraction, "Log mispricing that it leaves alone", AtLeast = 0, AtMost = 10)]
    public required double Margin { get; init; }

    [Knob(KnobUnit.Number, "Standard deviation of the log error of its judgement of a subnet, which it keeps", AtLeast = 0, AtMost = 5)]
    public required double Dispersion { get; init; }

    public override Intent Decide(Sight sight, Dice dice)
    {
        Read(sight);
        var orders = OrdersFor(sight);
        var quotes = sight.Quotes.AsSpan();
        var bargains = new double[quotes.Length];
        for (var i = 0; i < bargains.Length; i++)
        {
            ref readonly var quote = ref quotes[i];
            var (worth, error) = (Worth(quote), dice.Normal(0, Dispersion));
            if (double.IsNaN(errors[quote.Netuid])) errors[quote.Netuid] = error;
            if (!(quote.Price > 0)) continue;
            if (!(worth > 0))
            {
                orders.Sell(quote);
                continue;
            }
            var mispricing = Sight.LogReturn(quote.Price, worth) + errors[quote.Netuid];
            bargains[i] = mispricing - Margin;
            if (mispricing < -Margin) orders.Sell(quote, Phi * -mispricing * quote.AlphaReserve.Tokens);
        }
        if (dice.Weighted(bargains) is { } cheap)
            orders.Buy(quotes[cheap], Phi * (bargains[cheap] + Margin) * quotes[cheap].TaoReserve.Tokens);
        return orders.Intent.WakeMe(NextLook(sight, dice));
    }

    /// <summary>Each look at newer books moves what it takes for usual; the first is taken as it is.</summary>
    private void Read(Sight sight)
    {
        var fresh = -Reproducible.Expm1(-(sight.Now.Height - last) / Averaging);
        last = sight.Now.Height;
        var (earned, spent) = (new BySubnet<double>(double.NaN), new BySubnet<double>(double.NaN));
        foreach (var post in sight.Heard.Posts)
        {
            if (!double.IsFinite(post.Value)) continue;
            if (post.Topic == Topic.Revenue) earned[post.Netuid] = Math.Clamp(post.Value, 0, 1e6);
            if (post.Topic == Topic.BuyBack) spent[post.Netuid] = Math.Clamp(post.Value, 0, 1e6);
        }
        foreach (ref readonly var quote in sight.Quotes.AsSpan())
        {
            TakeUp(ref revenue[quote.Netuid], earned[quote.Netuid], fresh);
            TakeUp(ref buyBacks[quote.Netuid], spent[quote.Netuid], fresh);
        }
    }

    private static void TakeUp(ref double usual, double told, double fresh)
    {
        if (!double.IsNaN(told)) usual = usual > 0 ? usual + fresh * (told - usual) : told;
    }

    /// <summary>TAO per alpha.</summary>
    private double Worth(in SubnetQuote quote)
    {
        var alpha = quote.AlphaOut.Tokens + quote.AlphaReserve.Tokens;
        var (earned, spent) = (revenue[quote.Netuid], buyBacks[quote.Netuid]);
        return alpha > 0 ? Multiple * DaysAYear * (spent + Faith * Math.Max(0, earned - spent)) / alpha : 0;
    }
}
