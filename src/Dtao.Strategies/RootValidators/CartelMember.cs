using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.RootValidators;

/// <summary>Votes for the subnets of its cartel, as the others of the cartel do: together they may have the stake that no subnet does well without.</summary>
/// <remarks>Which subnets are a cartel's follows from its number and the netuid alone, so that its members agree without a word.</remarks>
[Strategy("root-cartel", Role.Validator,
    Rule = "It validates by the owners' code and takes a seat on root; a share of its vote goes to its cartel's subnets, alike, and the rest by what it judges subnets to be worth.",
    Source = "protocol.md 0: below half of root's stake a subnet gets next to nothing, so that agreeing pays; our choice of form")]
public sealed class CartelMember : Judging
{
    [Knob(KnobUnit.Number, "Which cartel it belongs to; validators with the same number favour the same subnets", AtLeast = 0, AtMost = 1_000_000)]
    public required long Cartel { get; init; }

    [Knob(KnobUnit.Fraction, "Share of all subnets that are the cartel's", AtLeast = 0, AtMost = 1)]
    public required double Subnets { get; init; }

    [Knob(KnobUnit.Fraction, "Share of its vote that it gives to them", AtLeast = 0, AtMost = 1)]
    public required double Favour { get; init; }

    protected override double[] Weigh(Sight sight, RootNetworkView root, Dice dice)
    {
        var judged = Judged(sight, dice);
        var own = Parts([.. sight.Quotes.Select(quote => Belongs(quote.Netuid) ? 1.0 : 0)]);
        if (!(own.Sum() > 0)) return judged;
        var vote = new double[own.Length];
        Add(vote, judged, 1 - Favour);
        Add(vote, own, Favour);
        return vote;
    }

    private bool Belongs(NetUid netuid) => StableHash.Combine((ulong)Cartel, netuid.Value) < Subnets * StableHash.Count;
}
