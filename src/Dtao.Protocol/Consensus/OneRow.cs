using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dtao.Protocol.Consensus;

/// <summary>One row of a block.</summary>
internal readonly struct OneRow(Vector256<long> four) : ILanes<OneRow>
{
    public Vector256<long> Four { get; } = four;

    public static int Rows => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRow OfColumns(Vector256<long> four) => new(four);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRow Widened(ref readonly ulong words) => new(Lanes.Widened(words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRow operator +(OneRow x, OneRow y) => new(x.Four + y.Four);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRow operator -(OneRow x, OneRow y) => new(x.Four - y.Four);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRow operator &(OneRow x, OneRow y) => new(x.Four & y.Four);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRow operator <<(OneRow x, int bits) => new(x.Four << bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRow operator >>>(OneRow x, int bits) => new(x.Four >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRow ShiftRight(OneRow x, OneRow by) => new(Lanes.ShiftRight(x.Four, by.Four));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRow HalfProducts(OneRow x, OneRow y) => new(Lanes.HalfProducts(x.Four, y.Four));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRow Min(OneRow x, OneRow y) => new(Vector256.Min(x.Four, y.Four));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRow Max(OneRow x, OneRow y) => new(Vector256.Max(x.Four, y.Four));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRow GreaterThan(OneRow x, OneRow y) => new(Vector256.GreaterThan(x.Four, y.Four));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneRow Select(OneRow where, OneRow one, OneRow other) => new(Vector256.ConditionalSelect(where.Four, one.Four, other.Four));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(OneRow x, ref ulong words) => words = Lanes.Narrowed(x.Four);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Mark(OneRow x, ref byte marks) => marks = unchecked((byte)Vector256.GreaterThan(x.Four, Vector256<long>.Zero).ExtractMostSignificantBits());

    public static Vector256<long> Sum(OneRow x) => x.Four;

    public static Vector256<long> Largest(OneRow x) => x.Four;
}
