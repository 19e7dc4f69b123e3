using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Sensing;

public sealed class PriceMemoryTests
{
    private const double LookBack = 100;

    /// <summary>The plain form: one subnet after the other.</summary>
    [Fact]
    public void Whichever_subnets_there_are_each_price_is_held_against_what_was_usual_there()
    {
        var dice = Dice.For(1, 1, 1, Purpose.World);
        var (memory, usual) = (new PriceMemory(), new Dictionary<int, double>());
        for (var (now, last) = (1L, 0L); now < 500; (now, last) = (now + 1 + dice.Below(20), now))
        {
            var sight = Some.Sight(now, Quotes(dice));
            var fresh = 1 - Reproducible.Exp(-(now - last) / LookBack);
            memory.Changes(sight, LookBack).ShouldBe(sight.Quotes.Select(quote => Change(usual, quote, fresh)));
        }
    }

    private static double Change(Dictionary<int, double> usual, SubnetQuote quote, double fresh)
    {
        if (quote.Price <= 0) return 0;
        var now = Reproducible.Log(quote.Price);
        var change = now - usual.GetValueOrDefault(quote.Netuid.Value, now);
        usual[quote.Netuid.Value] = usual.GetValueOrDefault(quote.Netuid.Value, now) + fresh * change;
        return change;
    }

    /// <summary>Up to 40 subnets, most of them there and with a price.</summary>
    private static SubnetQuote[] Quotes(Dice dice)
    {
        var there = dice.Uniform(0.9, 1);
        return [.. Enumerable.Range(1, 5 + dice.Below(36)).Where(_ => dice.Chance(there)).Select(netuid => Some.Quote(netuid, dice.Chance(0.05) ? 0 : dice.LogNormal(0.01, 1)))];
    }
}
