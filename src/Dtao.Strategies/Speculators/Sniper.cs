using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Buys a new subnet in its first blocks and sells within hours.</summary>
/// <remarks>
/// Until a subnet is registered it sleeps, unless it holds something or one is new: a look could only come to nothing. Whatever wakes it makes it plan its
/// next look anew, so what it would have planned in its sleep decides nothing.
/// </remarks>
[Strategy("sniper", Role.Speculator,
    Rule = "When a subnet is registered it buys there once its price has fallen below a ceiling, and sells everything at its gain or when its time is up.",
    Source = "record.md 5.3: buys new subnets in the first blocks, sells within minutes to hours")]
public sealed class Sniper : Trader
{
    private NetUid? target;
    private double paid;
    private long until;

    [Knob(KnobUnit.Price, "Highest price at which it buys", AtLeast = 0, AtMost = 1e6)]
    public required double Ceiling { get; init; }

    [Knob(KnobUnit.Blocks, "Age of a subnet up to which it is new", AtLeast = 1, AtMost = 2_628_000)]
    public required double New { get; init; }

    [Knob(KnobUnit.Fraction, "Gain on what it paid at which it sells", AtLeast = 0, AtMost = 100)]
    public required double Take { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which it sells in any case", AtLeast = 1, AtMost = 2_628_000)]
    public required double Holding { get; init; }

    public override Intent Decide(Sight sight, Dice dice)
    {
        var orders = OrdersFor(sight);
        if (target is { } held && sight.Market.Find(held) is { } quote && sight.Holds(quote))
        {
            if (sight.Now.Height >= until || sight.WorthOn(quote) >= paid * (1 + Take)) orders.Leave(quote);
        }
        else if (Newest(sight) is { } fresh && orders.Spend(fresh) is > 0 and var spend)
        {
            orders.Buy(fresh);
            (target, paid, until) = (fresh.Netuid, spend, sight.Now.Height + (long)Holding);
        }
        return MayAct(sight) ? orders.Intent.WakeMe(NextLook(sight, dice), When.NewSubnet()) : Intent.None.WakeMe(When.NewSubnet());
    }

    /// <summary>Whether it could do anything before another subnet is registered.</summary>
    private bool MayAct(Sight sight) => IsAnyNew(sight) || target is { } bought && sight.AlphaOn(bought) > 0;

    /// <summary>False mostly, and told without a look at all quotes.</summary>
    private bool IsAnyNew(Sight sight) => sight.Now - sight.Market.YoungestAt <= New;

    private SubnetQuote? Newest(Sight sight)
    {
        if (!IsAnyNew(sight)) return null;
        foreach (ref readonly var quote in sight.Quotes.AsSpan())
            if (sight.Now - quote.RegisteredAt <= New && quote.RegisteredAt.Height > 0 && quote.Netuid != target && quote.Price <= Ceiling)
                return quote;
        return null;
    }
}
