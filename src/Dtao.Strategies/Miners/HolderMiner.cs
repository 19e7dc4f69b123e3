using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Miners;

/// <summary>A miner without a machine: takes a place where it believes that holding is paid, and holds.</summary>
/// <remarks>It compares what holding would be paid, by its belief and the last epoch, with the fall that it fears; both are in alpha, so the price drops out.</remarks>
[Strategy("holder-miner", Role.Miner,
    Rule = "It registers on the subnet where it believes holding is paid best, buys alpha there and holds while the pay it expects exceeds the fall it fears; else it sells out.",
    Source = "record.md 1.1: miners ran no code and were scored by tokens held")]
public sealed class HolderMiner : Believer
{
    private NetUid? place;

    [Knob(KnobUnit.Fraction, "Pay a day, in alpha for each alpha held, from which on it comes", AtLeast = 0, AtMost = 10)]
    public required double Wanted { get; init; }

    [Knob(KnobUnit.Blocks, "Time over which it sets pay against the fall it fears", AtLeast = 1, AtMost = 26_280_000)]
    public required double Horizon { get; init; }

    [Knob(KnobUnit.Fraction, "Largest share of its wealth that it puts into the alpha", AtLeast = 0, AtMost = 1)]
    public required double Conviction { get; init; }

    protected override Intent Look(Sight sight, Dice dice)
    {
        if (place is { } here && sight.Market.Find(here) is { } quote)
        {
            if (Gain(sight, quote) > 0) return Stay(sight, quote);
            place = null;
            return Leave(sight, quote);
        }
        place = Best(sight);
        return place is { } chosen && sight.Market.Find(chosen) is { } best ? Stay(sight, best) : Intent.None;
    }

    private Intent Stay(Sight sight, in SubnetQuote quote)
    {
        var orders = OrdersFor(sight);
        var wanted = Conviction * sight.Wealth - sight.WorthOn(quote);
        if (wanted > LeastOrder) orders.Buy(quote, wanted);
        var isIn = sight.MetagraphOf(quote.Netuid)?.UidOf(sight.Own.Account) is not null;
        return Intent.Of([isIn || sight.Own.Free < quote.RegistrationCost ? null : new RegisterNeuron(sight.Own.Account, quote.Netuid), .. orders.Intent.Commands]);
    }

    private Intent Leave(Sight sight, in SubnetQuote quote)
    {
        var orders = OrdersFor(sight);
        Abandon(orders, quote);
        return orders.Intent;
    }

    private NetUid? Best(Sight sight)
    {
        NetUid? best = null;
        var most = Wanted * Horizon / Block.PerDay;
        foreach (ref readonly var quote in sight.Quotes.AsSpan())
            if (Gain(sight, quote) is var gain && gain > most)
                (best, most) = (quote.Netuid, gain);
        return best;
    }

    /// <summary>Expected log gain in alpha over the horizon: pay, less the fall that it fears.</summary>
    private double Gain(Sight sight, in SubnetQuote quote) =>
        sight.MetagraphOf(quote.Netuid) is { } subnet && Beliefs.On(quote.Netuid) is { } belief
            ? belief.YieldPerDay(subnet, quote.TempoBlocks) * Horizon / Block.PerDay - Beliefs.FearedFall(quote, Others)
            : 0;
}
