using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>Four columns' sums of stored bonds, to divide those bonds by. Bonds are below 2¹⁶, so that two products with a reciprocal do.</summary>
/// <remarks>
/// The proof of <see cref="PartDivisors"/> with M = ⌈2⁴⁸⁺ˢ ÷ d⌉ for d below 2ˢ, s at least 16: n·(M·d − 2⁴⁸⁺ˢ) is below 2¹⁶⁺ˢ, by which n·M is divided.
/// </remarks>
internal readonly struct HeldDivisors
{
    private readonly Vector256<long> upper, lower, shifts;

    private HeldDivisors(Vector256<long> upper, Vector256<long> lower, Vector256<long> shifts) => (this.upper, this.lower, this.shifts) = (upper, lower, shifts);

    /// <summary>Whether lanes can divide by these: by 0, which makes 0 of bonds that are all 0, and from 2 on.</summary>
    public static bool Can(Vector256<long> sums) => !Vector256.EqualsAny(sums, Vector256<long>.One);

    /// <param name="sums">From 0 to below 2⁴⁰, in the bonds' own units.</param>
    public static HeldDivisors Of(Vector256<long> sums)
    {
        var reciprocals = Vector256.Create(Reciprocal(sums[0]), Reciprocal(sums[1]), Reciprocal(sums[2]), Reciprocal(sums[3]));
        return new((reciprocals >>> 32).AsInt64(), reciprocals.AsInt64(), Vector256.Create(Shift(sums[0]), Shift(sums[1]), Shift(sums[2]), Shift(sums[3])));
    }

    /// <summary>For as many rows.</summary>
    public HeldDivisors<T> In<T>() where T : unmanaged, ILanes<T> => new(T.OfColumns(upper), T.OfColumns(lower), T.OfColumns(shifts));

    private static ulong Reciprocal(long sum) =>
        sum < 2 ? 0 : LongDivision.Lower((1UL << Shift(sum)) - 1, ulong.MaxValue, (ulong)sum).Quotient + 1; // of 2⁶⁴⁺ˢʰⁱᶠᵗ − 1, and one more

    /// <summary>s − 16; the other 32 of the 16 + s bits are gone with the lower product.</summary>
    private static int Shift(long sum) => Math.Max(0, 48 - BitOperations.LeadingZeroCount((ulong)sum));
}

/// <inheritdoc cref="HeldDivisors"/>
internal readonly struct HeldDivisors<T>(T upper, T lower, T shifts) where T : unmanaged, ILanes<T>
{
    private readonly T upper = upper, lower = lower, shifts = shifts;

    /// <summary>Truncated, as the chain's; at most 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Divide(T bonds) => T.ShiftRight(T.HalfProducts(bonds, upper) + (T.HalfProducts(bonds, lower) >>> 32), shifts);
}
