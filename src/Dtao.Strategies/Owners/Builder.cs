using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Owners;

/// <summary>Believes in its subnet: keeps the cut and buys when others sell. Only a high price makes it part with the subnet.</summary>
[Strategy("builder", Role.Owner,
    Rule = "It holds the owner cut, buys back a little at a look at which its subnet's price stands below the usual one by a threshold, and asks a high price for the subnet.",
    Source = "record.md 2: four owners of five sold nothing in a month; our choice of form")]
public sealed class Builder : IStrategy
{
    private readonly PriceMemory memory = new();

    [Knob(KnobUnit.Blocks, "Mean time between looks; pauses are exponential", AtLeast = 1, AtMost = 2_628_000)]
    public required double Pause { get; init; }

    [Knob(KnobUnit.Blocks, "Time after which a price counts for 1/e in what it takes for usual", AtLeast = 1, AtMost = 26_280_000)]
    public required double LookBack { get; init; }

    [Knob(KnobUnit.Fraction, "How far the log price must stand below the usual one for it to buy", AtLeast = 0, AtMost = 10)]
    public required double Threshold { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its free TAO that it spends at such a look", AtLeast = 0, AtMost = 1)]
    public required double BuyBack { get; init; }

    [Knob(KnobUnit.Fraction, "How far an order's average price may lie above spot", AtLeast = 0, AtMost = 1)]
    public required double Slippage { get; init; }

    [Knob(KnobUnit.Tao, "What it asks for its subnet; 0 keeps it", AtLeast = 0, AtMost = 1e6)]
    public required double Ask { get; init; }

    public Intent Decide(Sight sight, Dice dice) =>
        Intent.Of([.. Offers.Missing(sight, Ask), BuyIn(sight)]).WakeMe(When.In(sight.Now, (long)dice.Exponential(Pause)));

    /// <summary>One subnet at a look: the cheapest of its own against its usual price.</summary>
    private LedgerCommand? BuyIn(Sight sight)
    {
        var changes = memory.Changes(sight, LookBack);
        var cheapest = -1;
        for (var i = 0; i < changes.Length; i++)
            if (sight.Quotes[i].Owner == sight.Own.Account && changes[i] < -Threshold && (cheapest < 0 || changes[i] < changes[cheapest]))
                cheapest = i;
        return cheapest < 0 ? null : sight.Buy(sight.Quotes[cheapest], BuyBack * sight.Cash, Slippage);
    }
}
