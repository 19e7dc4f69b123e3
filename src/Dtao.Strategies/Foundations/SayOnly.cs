using Dtao.Strategies.Catalogue;

namespace Dtao.Strategies.Foundations;

/// <summary>Says what it would pay for and goes on voting by the owners' code.</summary>
[Strategy("say-only", Role.Foundation,
    Rule = "It votes by the owners' code; where a subnet that pays for holding reaches its rank or price share, it says that it will pay for selling, and does nothing of the kind.",
    Source = "record.md section 6, counterfactual 3: announcement without execution")]
public sealed class SayOnly : Guardian
{
    protected override bool Speaks => true;

    protected override bool Acts => false;
}
