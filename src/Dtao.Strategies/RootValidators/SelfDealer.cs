using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.RootValidators;

/// <summary>Votes for what it has an interest in: subnets that it owns, where it earns dividends, whose alpha it holds, or that it incubates.</summary>
/// <remarks>What it incubates is drawn once for each subnet that it gets to see: a share in the team, which no chain shows. Nobody pays it for that in the run.</remarks>
[Strategy("root-self-dealer", Role.Validator,
    Rule = "It validates by the owners' code and takes a seat on root; its vote goes to subnets by its own interest in them, and a share of it, for the look of it, by what it judges them to be worth.",
    Source = "Why dTAO is broken (March 2025): root validators can vote for subnets that they own, incubate or validate; protocol.md 0")]
public sealed class SelfDealer : Judging
{
    private readonly BySubnet<bool?> incubated = new(null);

    [Knob(KnobUnit.Number, "What owning a subnet counts for", AtLeast = 0, AtMost = 1000)]
    public required double Owned { get; init; }

    [Knob(KnobUnit.Number, "What all of a subnet's dividends would count for; it counts its share of them", AtLeast = 0, AtMost = 1000)]
    public required double Validated { get; init; }

    [Knob(KnobUnit.Number, "What all of a subnet's alpha would count for; it counts its share of it", AtLeast = 0, AtMost = 1000)]
    public required double Held { get; init; }

    [Knob(KnobUnit.Number, "What incubating a subnet counts for", AtLeast = 0, AtMost = 1000)]
    public required double Incubated { get; init; }

    [Knob(KnobUnit.Fraction, "Chance that it incubates a subnet", AtLeast = 0, AtMost = 1)]
    public required double Incubates { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its vote that goes by its judgement all the same", AtLeast = 0, AtMost = 1)]
    public required double Fair { get; init; }

    protected override double[] Weigh(Sight sight, RootNetworkView root, Dice dice)
    {
        var judged = Judged(sight, dice);
        var interest = Parts(Interests(sight, dice));
        if (!(interest.Sum() > 0)) return judged;
        var vote = new double[interest.Length];
        Add(vote, judged, Fair);
        Add(vote, interest, 1 - Fair);
        return vote;
    }

    private double[] Interests(Sight sight, Dice dice)
    {
        var interests = new double[sight.Quotes.Length];
        for (var i = 0; i < interests.Length; i++)
        {
            ref readonly var quote = ref sight.Quotes.ItemRef(i);
            interests[i] = (quote.Owner == sight.Own.Account ? Owned : 0)
                + Validated * DividendShare(sight, quote.Netuid)
                + Held * (quote.AlphaOut.IsZero ? 0 : sight.AlphaOn(quote.Netuid) / quote.AlphaOut.Tokens)
                + (IsIncubated(quote.Netuid, dice) ? Incubated : 0);
        }
        return interests;
    }

    private static double DividendShare(Sight sight, NetUid netuid) =>
        sight.MetagraphOf(netuid) is { } page && page.UidOf(sight.Own.Account) is { } uid ? page.Neurons[uid].DividendShare : 0;

    private bool IsIncubated(NetUid netuid, Dice dice)
    {
        var fresh = dice.Chance(Incubates);
        return incubated[netuid] ??= fresh;
    }
}
