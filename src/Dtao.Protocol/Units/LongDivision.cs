using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Dtao.Protocol.Units;

/// <summary>Divisions of 128 bits, truncated: the runtime's own costs several times as much.</summary>
internal static class LongDivision
{
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is 0.</exception>
    public static UInt128 Divide(UInt128 dividend, UInt128 divisor)
    {
        var (upper, lower) = ((ulong)(dividend >> 64), (ulong)(dividend & ulong.MaxValue));
        var (byUpper, byLower) = ((ulong)(divisor >> 64), (ulong)(divisor & ulong.MaxValue));
        if (byUpper != 0) return ByWide(upper, lower, byUpper, byLower);
        var quotient = Divide(upper, lower, byLower);
        return new UInt128(quotient.Upper, quotient.Lower);
    }

    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is 0.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ulong Upper, ulong Lower) Divide(ulong upper, ulong lower, ulong divisor)
    {
        if (upper < divisor) return (0, Lower(upper, lower, divisor).Quotient);
        var (quotient, rest) = Math.DivRem(upper, divisor);
        return (quotient, Lower(rest, lower, divisor).Quotient);
    }

    /// <summary>By a divisor of 2⁶⁴ or above: its upper 64 bits give a quotient that is right or 1 too large.</summary>
    /// <remarks>Warren, Hacker's Delight, udivdi3.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ByWide(ulong upper, ulong lower, ulong byUpper, ulong byLower)
    {
        unchecked
        {
            var shift = BitOperations.LeadingZeroCount(byUpper);
            var by = shift == 0 ? byUpper : byUpper << shift | byLower >> (64 - shift);
            var quotient = Lower(upper >> 1, upper << 63 | lower >> 1, by).Quotient >> (63 - shift);
            if (quotient != 0) quotient--;
            var (product, productLower) = (LongProduct.Upper(quotient, byLower) + quotient * byUpper, LongProduct.Lower(quotient, byLower));
            var (rest, restLower) = (upper - product - (lower < productLower ? 1u : 0u), lower - productLower);
            return rest > byUpper || rest == byUpper && restLower >= byLower ? quotient + 1 : quotient;
        }
    }

    /// <summary>Where <paramref name="upper"/> is below the divisor, so that the quotient fits 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ulong Quotient, ulong Remainder) Lower(ulong upper, ulong lower, ulong divisor)
    {
#pragma warning disable SYSLIB5004 // One instruction, whose interface may still change; the schoolbook gives the same where it is missing.
        return X86Base.X64.IsSupported ? X86Base.X64.DivRem(lower, upper, divisor) : Schoolbook(upper, lower, divisor);
#pragma warning restore SYSLIB5004
    }

    /// <summary>The same in digits of 32 bits.</summary>
    /// <remarks>Knuth, TAOCP 2, algorithm 4.3.1 D; Warren, Hacker's Delight, divlu.</remarks>
    public static (ulong Quotient, ulong Remainder) Schoolbook(ulong upper, ulong lower, ulong divisor)
    {
        unchecked
        {
            var shift = BitOperations.LeadingZeroCount(divisor);
            var by = divisor << shift;
            var top = shift == 0 ? upper : upper << shift | lower >> (64 - shift);
            var rest = lower << shift;
            var first = Digit(top, rest >> 32, by);
            var left = (top << 32) + (rest >> 32) - first * by;
            var quotient = (first << 32) + Digit(left, rest & uint.MaxValue, by);
            return (quotient, lower - quotient * divisor);
        }
    }

    /// <summary>One digit of the quotient: a guess from the upper halves, at most 2 too large.</summary>
    private static ulong Digit(ulong upper, ulong next, ulong by)
    {
        unchecked
        {
            var (byHigh, byLow) = (by >> 32, by & uint.MaxValue);
            var digit = upper / byHigh;
            var rest = upper - digit * byHigh;
            while (digit >> 32 != 0 || digit * byLow > (rest << 32 | next))
            {
                digit--;
                rest += byHigh;
                if (rest >> 32 != 0) break;
            }
            return digit;
        }
    }
}
