using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// Four columns' divisors, for parts that are no larger than they: parts by their sum, or by the largest of them. A quotient is three products with the three words of
/// a reciprocal, and needs no putting right.
/// </summary>
/// <remarks>
/// For 2 ≤ d &lt; 2³² and M = ⌈2⁹⁶ ÷ d⌉, n·M ÷ 2⁶⁴ is above n·2³² ÷ d by n·(M·d − 2⁹⁶) ÷ (d·2⁶⁴), which is below 1 ÷ d since n and M·d − 2⁹⁶ are below 2³². So no integer lies
/// between them, and both have the same floor. Granlund and Montgomery, <i>Division by Invariant Integers using Multiplication</i> (1994).
/// </remarks>
internal readonly struct PartDivisors
{
    private readonly Vector256<long> upper, middle, lower, areOne;

    private PartDivisors(Vector256<long> upper, Vector256<long> middle, Vector256<long> lower, Vector256<long> areOne) =>
        (this.upper, this.middle, this.lower, this.areOne) = (upper, middle, lower, areOne);

    /// <summary>Whether lanes can divide by these: by 0, which makes 0 of parts that are all 0, and by 2·2⁻³² to 1.</summary>
    public static bool Can(Vector256<long> by) =>
        Vector256.LessThanOrEqualAll(by, Vector256.Create(I32F32.One.Raw)) && !Vector256.EqualsAny(by, Vector256<long>.One) && Vector256.GreaterThanOrEqualAll(by, Vector256<long>.Zero);

    /// <param name="by">Divisors that they <see cref="Can"/>.</param>
    public static PartDivisors Of(Vector256<long> by)
    {
        var ((a, aLower), (b, bLower), (c, cLower), (d, dLower)) = (Reciprocal(by[0]), Reciprocal(by[1]), Reciprocal(by[2]), Reciprocal(by[3]));
        var whole = Vector256.Create(a, b, c, d);
        return new((whole >>> 32).AsInt64(), whole.AsInt64(), Vector256.Create(aLower, bLower, cLower, dLower).AsInt64(), Vector256.Equals(by, Vector256.Create(I32F32.One.Raw)));
    }

    /// <inheritdoc cref="PartDivisors{T}.Divide"/>
    public Vector256<long> Divide(Vector256<long> parts) => In<OneRow>().Divide(new OneRow(parts)).Four;

    /// <summary>The same for as many rows.</summary>
    public PartDivisors<T> In<T>() where T : unmanaged, ILanes<T> => new(T.OfColumns(upper), T.OfColumns(middle), T.OfColumns(lower), T.OfColumns(areOne));

    /// <summary>⌈2⁹⁶ ÷ by⌉, 0 for 0, for 2⁻³², and for 1 and what is above it: none of them needs one.</summary>
    private static (ulong Upper, ulong Lower) Reciprocal(long by)
    {
        if (by < 2 || by >= I32F32.One.Raw) return default;
        var divisor = unchecked((ulong)by);
        var (first, rest) = Math.DivRem(ulong.MaxValue, divisor);
        var last = (rest << 32 | uint.MaxValue) / divisor + 1; // of 2⁹⁶ − 1, and one more
        return (first + (last >> 32), last & uint.MaxValue);
    }
}

/// <inheritdoc cref="PartDivisors"/>
internal readonly struct PartDivisors<T>(T upper, T middle, T lower, T areOne) where T : unmanaged, ILanes<T>
{
    private readonly T upper = upper, middle = middle, lower = lower, areOne = areOne; // four fields, which is as many as the compiler keeps in registers

    /// <summary>Truncated, as the chain's; at most 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Divide(T parts)
    {
        var rest = T.HalfProducts(parts, middle) + (T.HalfProducts(parts, lower) >>> 32);
        return T.Select(areOne, parts, T.HalfProducts(parts, upper) + (rest >>> 32));
    }
}
