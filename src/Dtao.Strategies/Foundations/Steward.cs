using Dtao.Protocol.RootNetwork;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.RootValidators;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Foundations;

/// <summary>A foundation that votes on root by what it judges subnets to be worth, and does nothing else out of the ordinary.</summary>
[Strategy("steward", Role.Foundation,
    Rule = "It votes in every subnet by the owners' code, and on root by what it judges subnets' work to be worth; it never trades.",
    Source = "protocol.md 0, root network: the foundation was its largest validator, record.md 1.2; our choice of form")]
public sealed class Steward : Judging
{
    protected override double[] Weigh(Sight sight, RootNetworkView root, Dice dice) => Judged(sight, dice);
}
