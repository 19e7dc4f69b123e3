using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Dtao.Protocol.Units;

/// <summary>a·b ÷ c with a 128-bit product, the direction of rounding in the name.</summary>
public static class MulDiv
{
    /// <exception cref="OverflowException">The quotient does not fit 64 bits.</exception>
    /// <exception cref="DivideByZeroException"><paramref name="c"/> is 0.</exception>
    public static ulong Down(ulong a, ulong b, ulong c) => DivRem(a, b, c).Quotient;

    /// <inheritdoc cref="Down"/>
    public static ulong Up(ulong a, ulong b, ulong c)
    {
        var (quotient, rest) = DivRem(a, b, c);
        return quotient + (rest == 0 ? 0u : 1u);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong Quotient, ulong Remainder) DivRem(ulong a, ulong b, ulong c)
    {
        var upper = LongProduct.Upper(a, b);
        return upper < c ? LongDivision.Lower(upper, LongProduct.Lower(a, b), c) : DoesNotFit(a, b, c);
    }

    [DoesNotReturn]
    private static (ulong Quotient, ulong Remainder) DoesNotFit(ulong a, ulong b, ulong c) =>
        throw (c == 0 ? new DivideByZeroException() : new OverflowException($"{a}·{b} ÷ {c} does not fit 64 bits."));
}
