using Dtao.Hocon;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Census;

/// <summary>Draws what a cohort leaves to chance. Each number has a purpose of its own, so that one more knob shifts none of the others.</summary>
public static class Draws
{
    public static double From(DrawSpec spec, ulong runSeed, ulong agentKey, string what)
    {
        var dice = Dice.For(runSeed, agentKey, 0, StableHash.Combine(Purpose.Census, Purpose.Named(what)));
        return spec.Kind switch
        {
            DrawKind.Constant => spec.First,
            DrawKind.Uniform => dice.Uniform(spec.First, spec.Second),
            DrawKind.Normal => dice.Normal(spec.First, spec.Second),
            DrawKind.LogNormal => dice.LogNormal(spec.First, spec.Second),
            DrawKind.Exponential => dice.Exponential(spec.First),
            DrawKind.Pareto => dice.Pareto(spec.First, spec.Second),
            _ => throw new System.Diagnostics.UnreachableException($"No draw {spec.Kind}."),
        };
    }
}
