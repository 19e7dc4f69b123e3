namespace Dtao.Hocon;

/// <summary>What a quantity counts. Amounts are whole rao, 10⁻⁹ of a TAO or of an alpha; times are whole blocks.</summary>
public enum Unit
{
    Number,
    Fraction,
    Tao,
    Alpha,
    Price,
    Blocks,
}
