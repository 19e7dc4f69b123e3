using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Moves small amounts from the subnet that has become dear to the one that has become cheap.</summary>
/// <remarks>
/// There is no pool between two alphas, so nothing ties their prices together but those who move. It judges a price against its own usual
/// one, and needs an inventory, since nobody can sell alpha that he does not hold.
/// </remarks>
[Strategy("arbitrageur", Role.Speculator,
    Rule = "When two log price changes lie further apart than the margin, it moves alpha from the dearer subnet, if it holds it, to the cheaper.",
    Source = "record.md 5.3, arbitrageur across pools: equal expected returns; pairwise correlation of 0.18 says that there are few")]
public sealed class Arbitrageur : Trader
{
    private readonly PriceMemory memory = new();

    [Knob(KnobUnit.Blocks, "Time after which a past price counts for 1/e in what it takes for usual", AtLeast = 1, AtMost = 26_280_000)]
    public required double LookBack { get; init; }

    [Knob(KnobUnit.Fraction, "Smallest gap between two log price changes that it trades on; above twice the costs of a round trip it earns", AtLeast = 0, AtMost = 10)]
    public required double Margin { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its wealth that it holds in alpha as inventory, built by buying what is cheaper than the average", AtLeast = 0, AtMost = 1)]
    public required double Inventory { get; init; }

    public override Intent Decide(Sight sight, Dice dice)
    {
        var orders = OrdersFor(sight);
        var changes = memory.Changes(sight, LookBack);
        if (Cheapest(sight, changes) is { } cheap)
        {
            var quote = sight.Quotes[cheap];
            if (DearestHeld(sight, changes) is { } dear && changes[dear] - changes[cheap] > Margin) orders.Move(sight.Quotes[dear], quote);
            else if (changes.Average() - changes[cheap] > Margin && sight.InAlpha < Inventory * sight.Wealth) orders.Buy(quote);
        }
        return orders.Intent.WakeMe(NextLook(sight, dice));
    }

    private static int? Cheapest(Sight sight, double[] changes)
    {
        int? cheapest = null;
        var quotes = sight.Quotes.AsSpan();
        for (var i = 0; i < changes.Length; i++)
            if (quotes[i].Price > 0 && (cheapest is not { } best || changes[i] < changes[best]))
                cheapest = i;
        return cheapest;
    }

    private static int? DearestHeld(Sight sight, double[] changes)
    {
        int? dearest = null;
        var quotes = sight.Quotes.AsSpan();
        for (var i = 0; i < changes.Length; i++)
            if (sight.Holds(quotes[i]) && (dearest is not { } best || changes[i] > changes[best]))
                dearest = i;
        return dearest;
    }
}
