using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Speculators;

/// <summary>Buys what has just risen, sells what has just fallen.</summary>
/// <remarks>The trend follower of Lux and Marchesi (1999), Nature 397, reduced to one look-back: from wake to wake.</remarks>
[Strategy("momentum", Role.Speculator,
    Rule = "At each look it buys the subnets that rose by more than the threshold since its last look, and sells those that fell by more.",
    Source = "Lux and Marchesi (1999), Nature 397, chartists; one look-back")]
public sealed class Momentum : IStrategy
{
    private readonly Dictionary<NetUid, double> seen = [];

    [Knob(KnobUnit.Fraction, "Smallest price change since the last look that makes it act", AtLeast = 0, AtMost = 10)]
    public required double Threshold { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its cash that it spends on all risen subnets together", AtLeast = 0, AtMost = 1)]
    public required double Stake { get; init; }

    [Knob(KnobUnit.Blocks, "Mean time between looks", AtLeast = 1)]
    public required double Pause { get; init; }

    public Intent Decide(Sight sight, Dice dice)
    {
        var risen = new List<SubnetQuote>();
        var orders = new List<LedgerCommand?>();
        foreach (var quote in sight.Quotes)
        {
            var change = Sight.LogReturn(seen.GetValueOrDefault(quote.Netuid), quote.Price);
            seen[quote.Netuid] = quote.Price;
            if (change < -Threshold) orders.Add(sight.Sell(quote, share: 1));
            if (change > Threshold) risen.Add(quote);
        }
        foreach (var quote in risen) orders.Add(sight.Buy(quote, Stake * sight.Cash / risen.Count));
        return Intent.Of(orders).WakeMe(When.In(sight.Now, (long)dice.Exponential(Pause)));
    }
}
