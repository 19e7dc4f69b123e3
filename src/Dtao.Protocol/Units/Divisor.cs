using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Dtao.Protocol.Units;

/// <summary>
/// One divisor for many dividends ≥ 0: the chain's truncated quotient, by a reciprocal instead of a division each.
/// A divisor of 0 leaves 0 as it is, like the chain's normalisations.
/// </summary>
internal readonly struct Divisor
{
    private readonly ulong divisor;
    private readonly ulong reciprocal;

    public Divisor(I32F32 by)
    {
        divisor = by == I32F32.Zero ? ulong.MaxValue : (ulong)by.Raw;
        reciprocal = ulong.MaxValue / divisor;
    }

    public static Divisor[] Of(I32F32[] by) => Array.ConvertAll(by, one => new Divisor(one));

    /// <exception cref="OverflowException"><paramref name="dividend"/> is below 0, or the quotient does not fit.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // A call would cost as much as the division, which an epoch does some 60,000 times.
    public I32F32 Divide(I32F32 dividend)
    {
        var raw = unchecked((ulong)dividend.Raw);
        if (raw >> 32 != 0) return Wide(dividend);
        var shifted = raw << I32F32.FractionBits;
        var quotient = HighProduct(shifted, reciprocal); // the true quotient, or one less
        var isLess = unchecked(shifted - quotient * divisor) >= divisor; // quotient · divisor ≤ shifted
        return new((long)unchecked(quotient + (isLess ? 1u : 0u)));
    }

    private I32F32 Wide(I32F32 dividend) => dividend < I32F32.Zero
        ? throw new OverflowException($"{dividend} is below 0.")
        : dividend / new I32F32((long)divisor);

    /// <summary>The upper half of the product; without the lower one, which would go through memory.</summary>
    private static ulong HighProduct(ulong a, ulong b) => Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags(a, b) : Math.BigMul(a, b, out _);
}
