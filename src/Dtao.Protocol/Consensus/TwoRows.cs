using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dtao.Protocol.Consensus;

/// <summary>Two rows of a block, where the processor has registers of 512 bits.</summary>
internal readonly struct TwoRows(Vector512<long> eight) : ILanes<TwoRows>
{
    private readonly Vector512<long> eight = eight;

    public static bool AreSupported => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported;

    public static int Rows => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRows OfColumns(Vector256<long> four) => new(Vector512.Create(four, four));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRows Widened(ref readonly ulong words) => new(Avx512F.ConvertToVector512Int64(Vector128.LoadUnsafe(in words).AsUInt16()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRows operator +(TwoRows x, TwoRows y) => new(x.eight + y.eight);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRows operator -(TwoRows x, TwoRows y) => new(x.eight - y.eight);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRows operator &(TwoRows x, TwoRows y) => new(x.eight & y.eight);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRows operator <<(TwoRows x, int bits) => new(x.eight << bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRows operator >>>(TwoRows x, int bits) => new(x.eight >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRows ShiftRight(TwoRows x, TwoRows by) => new(Avx512F.ShiftRightLogicalVariable(x.eight, by.eight.AsUInt64()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRows HalfProducts(TwoRows x, TwoRows y) => new(Avx512F.Multiply(x.eight.AsUInt32(), y.eight.AsUInt32()).AsInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRows Min(TwoRows x, TwoRows y) => new(Vector512.Min(x.eight, y.eight));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRows Max(TwoRows x, TwoRows y) => new(Vector512.Max(x.eight, y.eight));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRows GreaterThan(TwoRows x, TwoRows y) => new(Vector512.GreaterThan(x.eight, y.eight));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoRows Select(TwoRows where, TwoRows one, TwoRows other) => new(Vector512.ConditionalSelect(where.eight, one.eight, other.eight));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(TwoRows x, ref ulong words) => Avx512F.ConvertToVector128UInt16(x.eight).AsUInt64().StoreUnsafe(ref words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Mark(TwoRows x, ref byte marks)
    {
        var bits = (uint)Vector512.GreaterThan(x.eight, Vector512<long>.Zero).ExtractMostSignificantBits();
        marks = (byte)(bits & 0b1111);
        Unsafe.Add(ref marks, 1) = unchecked((byte)(bits >> 4));
    }

    public static Vector256<long> Sum(TwoRows x) => x.eight.GetLower() + x.eight.GetUpper();

    public static Vector256<long> Largest(TwoRows x) => Vector256.Max(x.eight.GetLower(), x.eight.GetUpper());
}
