using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Foundations;

/// <summary>Holds its root stake and what that earns, and never trades.</summary>
[Strategy("passive", Role.Foundation,
    Rule = "It holds its root stake and whatever that earns.",
    Source = "mission.md S9: the foundation before it intervenes")]
public sealed class Passive : IStrategy
{
    public Intent Decide(Sight sight, Dice dice) => Intent.None;
}
