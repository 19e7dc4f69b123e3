using System.Numerics;

namespace Dtao.Protocol.Units;

/// <summary>128 bits divided by 64, by schoolbook division in digits of 32 bits: the general 128-bit division costs several times as much.</summary>
/// <remarks>Knuth, TAOCP 2, algorithm 4.3.1 D; Warren, Hacker's Delight, divlu.</remarks>
internal static class LongDivision
{
    /// <returns>The quotient, truncated.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="divisor"/> is 0.</exception>
    public static UInt128 Divide(UInt128 dividend, UInt128 divisor)
    {
        if (divisor >> 64 != 0) return dividend / divisor;
        var (high, low, by) = ((ulong)(dividend >> 64), (ulong)(dividend & ulong.MaxValue), (ulong)divisor);
        if (high == 0) return low / by;
        var (upper, rest) = Math.DivRem(high, by);
        return new UInt128(upper, Lower(rest, low, by));
    }

    /// <summary>⌊(high·2⁶⁴ + low) ÷ divisor⌋ where high is below the divisor, so that it fits.</summary>
    public static ulong Lower(ulong high, ulong low, ulong divisor)
    {
        unchecked
        {
            var shift = BitOperations.LeadingZeroCount(divisor);
            var by = divisor << shift;
            var upper = shift == 0 ? high : high << shift | low >> (64 - shift);
            var rest = low << shift;
            var first = Digit(upper, rest >> 32, by);
            var left = (upper << 32) + (rest >> 32) - first * by;
            return (first << 32) + Digit(left, rest & uint.MaxValue, by);
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
