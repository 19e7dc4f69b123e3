using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dtao.Protocol.Units;

/// <summary>
/// One divisor for many dividends ≥ 0: the chain's truncated quotient, by a reciprocal instead of a division each.
/// A divisor of 0 makes 0 of everything, like the chain's normalisations of what sums to 0.
/// </summary>
internal readonly struct Divisor
{
    /// <summary>With a divisor from here on the quotient of a dividend below 1 fits 62 bits.</summary>
    private const ulong SmallestForLanes = 4;

    private readonly ulong divisor;
    private readonly ulong reciprocal;

    public Divisor(I32F32 by)
    {
        (divisor, reciprocal) = (ulong.MaxValue, 1);
        if (by == I32F32.Zero) return;
        divisor = (ulong)by.Raw;
        reciprocal = ulong.MaxValue / divisor;
    }

    /// <exception cref="OverflowException"><paramref name="dividend"/> is below 0, or the quotient does not fit.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // A call would cost as much as the division, which an epoch does some 60,000 times.
    public I32F32 Divide(I32F32 dividend)
    {
        var raw = unchecked((ulong)dividend.Raw);
        if (raw >> 32 != 0) return Wide(dividend);
        var shifted = raw << I32F32.FractionBits;
        var quotient = LongProduct.Upper(shifted, reciprocal); // the true quotient, or one less
        var isLess = unchecked(shifted - quotient * divisor) >= divisor; // quotient · divisor ≤ shifted
        return new((long)unchecked(quotient + (isLess ? 1u : 0u)));
    }

    /// <summary>Divides all of <paramref name="values"/> by this.</summary>
    /// <inheritdoc cref="Divide"/>
    public void DivideAll(Span<I32F32> values)
    {
        var k = 0;
        if (Avx2.IsSupported && divisor >= SmallestForLanes)
            k = DivideLanes(values, Vector256.Create(divisor), Vector256.Create(reciprocal));
        for (; k < values.Length; k++) values[k] = Divide(values[k]);
    }

    /// <summary>Four at a time, as long as the dividends are below 1; the same steps as for one.</summary>
    /// <returns>How many it has divided.</returns>
    private static int DivideLanes(Span<I32F32> values, Vector256<ulong> divisors, Vector256<ulong> reciprocals)
    {
        ref var first = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<I32F32, ulong>(values));
        var k = 0;
        for (; k <= values.Length - Vector256<ulong>.Count; k += Vector256<ulong>.Count)
        {
            var raw = Vector256.LoadUnsafe(ref first, (nuint)k);
            if ((raw >> 32) != Vector256<ulong>.Zero) break;
            Quotients(raw, divisors, reciprocals).StoreUnsafe(ref first, (nuint)k);
        }
        return k;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Quotients(Vector256<ulong> raw, Vector256<ulong> divisors, Vector256<ulong> reciprocals)
    {
        var upper = Avx2.Multiply(raw.AsUInt32(), (reciprocals >> 32).AsUInt32());
        var quotients = upper + (Avx2.Multiply(raw.AsUInt32(), reciprocals.AsUInt32()) >> 32);
        var areLess = Vector256.GreaterThanOrEqual((raw << 32) - quotients * divisors, divisors);
        return quotients - areLess; // a lane that holds is −1
    }

    private I32F32 Wide(I32F32 dividend) => dividend < I32F32.Zero
        ? throw new OverflowException($"{dividend} is below 0.")
        : dividend / new I32F32((long)divisor);
}
