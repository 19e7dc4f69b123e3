using Dtao.Protocol.RootNetwork;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.RootValidators;

/// <summary>Votes once, and leaves it at that.</summary>
[Strategy("root-apathetic", Role.Validator,
    Rule = "It validates by the owners' code and takes a seat on root; it votes once, by what it then judges subnets to be worth, and never again.",
    Source = "protocol.md 0: a vote stands until its validator sets another, however old it is; our choice of form")]
public sealed class Apathetic : Judging
{
    protected override bool VotesAgain => false;

    protected override double[] Weigh(Sight sight, RootNetworkView root, Dice dice) => Judged(sight, dice);
}
