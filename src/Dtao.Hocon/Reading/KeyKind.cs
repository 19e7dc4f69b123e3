namespace Dtao.Hocon;

/// <summary>What may stand at a key.</summary>
public enum KeyKind
{
    Text,
    Flag,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A whole number from 0.</summary>
    Whole,
    Number,
    Fraction,
    Tao,
    Alpha,
    Price,
    Blocks,

    /// <summary>Named values.</summary>
    Object,
}
