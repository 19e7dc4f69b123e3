using Dtao.Hocon;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Configuration;

/// <summary>What a strategy's knob is to a reader of configurations.</summary>
public static class KnobNature
{
    public static Unit UnitOf(Knob knob) => knob.About.Unit switch
    {
        KnobUnit.Fraction => Unit.Fraction,
        KnobUnit.Blocks => Unit.Blocks,
        KnobUnit.Tao => Unit.Tao,
        KnobUnit.Price => Unit.Price,
        _ => Unit.Number,
    };

    public static KeyNature Of(Knob knob) => KeyNature.Drawn(UnitOf(knob), knob.About.AtLeast, knob.About.AtMost);
}
