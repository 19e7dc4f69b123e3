namespace Dtao.Strategies.Catalogue;

public enum KnobUnit
{
    /// <summary>A bare number.</summary>
    Number,

    /// <summary>A share: <c>2.5%</c> or <c>0.025</c>.</summary>
    Fraction,

    /// <summary>A duration: <c>3 days</c>, <c>360 blocks</c>. Held in blocks.</summary>
    Blocks,

    /// <summary>An amount: <c>5 tao</c>. Held in TAO.</summary>
    Tao,

    /// <summary>A price: <c>0.02 tao/alpha</c>. Held in TAO per alpha.</summary>
    Price,
}

/// <summary>
/// A number of a strategy that a cohort may set, in HOCON or as a draw for each agent. The key is the property's name in lower case with hyphens;
/// its default stands in <c>config/reference.conf</c> under <c>strategies.NAME</c>. The property is a <c>double</c>, or a <c>long</c> for blocks.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KnobAttribute(KnobUnit unit, string meaning) : Attribute
{
    public KnobUnit Unit { get; } = unit;

    /// <summary>What it does, with its effect when it grows.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>Smallest allowed value.</summary>
    public double AtLeast { get; init; } = double.NegativeInfinity;

    /// <summary>Largest allowed value.</summary>
    public double AtMost { get; init; } = double.PositiveInfinity;
}
