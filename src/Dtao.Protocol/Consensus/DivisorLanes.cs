using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// Four columns' divisors, for a column of dividends that are no larger: parts by their sum, or by the largest of them. A quotient is found from one reciprocal and put
/// right by one product. What that cannot do it says afterwards, once for all, since a question after every quotient would cost as much as the quotient.
/// </summary>
internal readonly struct DivisorLanes
{
    private readonly Vector256<long> divisors, reciprocals, upperReciprocals;

    private DivisorLanes(Vector256<long> by)
    {
        divisors = Vector256.ConditionalSelect(Vector256.Equals(by, Vector256<long>.Zero), Vector256.Create(long.MaxValue), by);
        reciprocals = Vector256.Create(ReciprocalOf(by[0]), ReciprocalOf(by[1]), ReciprocalOf(by[2]), ReciprocalOf(by[3]));
        upperReciprocals = reciprocals >>> I32F32.FractionBits;
        AreZero = by == Vector256<long>.Zero;
        AreSmall = (by >>> I32F32.FractionBits) == Vector256<long>.Zero;
    }

    /// <summary>Whether they are below 1, so that lanes can divide by them.</summary>
    public bool AreSmall { get; }

    /// <summary>Whether there is nothing to divide: parts that sum to 0 are 0.</summary>
    public bool AreZero { get; }

    /// <summary>Those of four columns from <paramref name="column"/> on; by 0 everything is 0.</summary>
    public static DivisorLanes Of(ReadOnlySpan<I32F32> by, int column) => new(Lanes.LoadPadded(by, column));

    /// <summary>Truncated, as the chain's; at most 1.</summary>
    /// <param name="seen">Gathers what <see cref="Hold"/> asks for.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<long> Divide(Vector256<long> dividends, ref Vector256<long> seen)
    {
        var quotients = (Avx2.Multiply(dividends.AsUInt32(), upperReciprocals.AsUInt32())
            + (Avx2.Multiply(dividends.AsUInt32(), reciprocals.AsUInt32()) >>> I32F32.FractionBits)).AsInt64();
        seen |= quotients | dividends;
        var rests = (dividends << I32F32.FractionBits) - Avx2.Multiply(quotients.AsUInt32(), divisors.AsUInt32()).AsInt64();
        return quotients + Vector256<long>.One + Vector256.GreaterThan(divisors, rests); // the true quotient or one less; a lane that holds is −1
    }

    /// <summary>Whether all quotients are right: divisors and dividends were below 1, and no dividend above its divisor.</summary>
    public bool Hold(Vector256<long> seen) => AreSmall && (seen >>> I32F32.FractionBits) == Vector256<long>.Zero;

    private static long ReciprocalOf(long divisor) => divisor <= 0 ? 0 : unchecked((long)(ulong.MaxValue / (ulong)divisor));
}
