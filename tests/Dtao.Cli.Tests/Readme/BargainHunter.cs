using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Spends a little on the cheapest subnet, now and then.</summary>
[Strategy("bargain-hunter", Role.Speculator, Rule = "At each look it spends a share of its cash on the cheapest subnet.", Source = "README")]
public sealed class BargainHunter : IStrategy
{
    [Knob(KnobUnit.Fraction, "Share of its cash that it spends at a look", AtLeast = 0, AtMost = 1)]
    public required double Share { get; init; }

    public Intent Decide(Sight sight, Dice dice) =>
        Intent.Of(sight.Buy(sight.Quotes.MinBy(quote => quote.Price), Share * sight.Cash, slippage: 0.1))
              .WakeMe(When.In(sight.Now, (long)dice.Exponential(mean: 600)));
}
