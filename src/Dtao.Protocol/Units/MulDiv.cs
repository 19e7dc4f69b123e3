namespace Dtao.Protocol.Units;

/// <summary>a·b ÷ c with a 128-bit product, the direction of rounding in the name.</summary>
public static class MulDiv
{
    /// <exception cref="OverflowException">The quotient does not fit 64 bits.</exception>
    /// <exception cref="DivideByZeroException"><paramref name="c"/> is 0.</exception>
    public static ulong Down(ulong a, ulong b, ulong c)
    {
        var high = Math.BigMul(a, b, out var low);
        if (high == 0) return low / c;
        return high < c ? LongDivision.Lower(high, low, c) : (ulong)(new UInt128(high, low) / c);
    }

    /// <exception cref="OverflowException">The quotient does not fit 64 bits.</exception>
    /// <exception cref="DivideByZeroException"><paramref name="c"/> is 0.</exception>
    public static ulong Up(ulong a, ulong b, ulong c)
    {
        var (quotient, remainder) = UInt128.DivRem((UInt128)a * b, c);
        return (ulong)quotient + (remainder == 0 ? 0u : 1u);
    }
}
