using Dtao.Protocol.RootNetwork;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.RootValidators;

/// <summary>Votes by what it judges subnets to be worth to others.</summary>
[Strategy("root-judge", Role.Validator,
    Rule = "It validates by the owners' code and takes a seat on root; every so often it gives each subnet emission in proportion to what it judges its work to be worth.",
    Source = "protocol.md 0, root network; Why dTAO is broken (March 2025): what root validators were meant to do")]
public sealed class Judge : Judging
{
    protected override double[] Weigh(Sight sight, RootNetworkView root, Dice dice) => Judged(sight, dice);
}
