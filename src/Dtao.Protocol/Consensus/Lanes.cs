using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// Arithmetic on rows, four numbers at a time where the processor can. Numbers are 0 or above, and so few and small that no sum of them overflows;
/// integers add up to the same in any order, so lanes change no bit. An empty row adds nothing.
/// </summary>
internal static class Lanes
{
    public static int Width => Vector256<long>.Count;

    /// <summary>The next number of whole lanes.</summary>
    public static int Padded(int count) => (count + Width - 1) / Width * Width;

    /// <summary>The next number of rows that can be gone through two at a time; those beyond the last are 0.</summary>
    public static int PaddedRows(int rows) => rows + rows % 2;

    /// <summary>Four numbers, zeros where the row ends.</summary>
    public static Vector256<long> LoadPadded(ReadOnlySpan<I32F32> row, int at)
    {
        if (at + Width <= row.Length) return Load(row, at);
        Span<I32F32> padded = stackalloc I32F32[Vector256<long>.Count];
        row[at..].CopyTo(padded);
        return Load(padded, 0);
    }

    /// <summary>The four numbers of a block's columns.</summary>
    public static Vector256<long> OfBlock(ReadOnlySpan<I32F32> columns, int block) => LoadPadded(columns, block * Width);

    /// <summary>Rows as so many at once as lanes hold.</summary>
    public static Span<T> Rows<T>(Span<Vector256<long>> rows) where T : unmanaged, ILanes<T> => MemoryMarshal.Cast<Vector256<long>, T>(rows);

    /// <inheritdoc cref="Rows{T}(Span{Vector256{long}})"/>
    public static ReadOnlySpan<T> Rows<T>(ReadOnlySpan<Vector256<long>> rows) where T : unmanaged, ILanes<T> => MemoryMarshal.Cast<Vector256<long>, T>(rows);

    /// <summary>Writes what of four numbers the row has room for.</summary>
    public static void StorePadded(Span<I32F32> row, int at, Vector256<long> lanes)
    {
        if (at + Width <= row.Length) Store(row, at, lanes);
        else for (var lane = 0; at + lane < row.Length; lane++) row[at + lane] = new(lanes[lane]);
    }

    /// <summary>Products of the lower halves. Neither side may be one number of an array in all lanes: see <see cref="RowStakes"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> HalfProducts(Vector256<long> x, Vector256<long> y) =>
        Avx2.IsSupported ? Avx2.Multiply(x.AsUInt32(), y.AsUInt32()).AsInt64() : (x & Vector256.Create((long)uint.MaxValue)) * (y & Vector256.Create((long)uint.MaxValue));

    /// <summary>Products, each rounded down, of numbers below 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Products<T>(T x, T y) where T : unmanaged, ILanes<T> => T.HalfProducts(x, y) >>> I32F32.FractionBits;

    /// <summary>Products, each rounded down, of numbers up to 1 with numbers below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Times<T>(T x, T y) where T : unmanaged, ILanes<T> => Products(x, y) + T.HalfProducts(x >>> I32F32.FractionBits, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreBelowOne(Vector256<long> x) => (x >>> I32F32.FractionBits) == Vector256<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ShiftRight(Vector256<long> x, Vector256<long> by) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(x, by.AsUInt64())
        : Vector256.Create(x[0] >>> (int)by[0], x[1] >>> (int)by[1], x[2] >>> (int)by[2], x[3] >>> (int)by[3]);

    /// <summary>The four 16-bit numbers of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Widened(ulong word) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int64(Vector128.CreateScalarUnsafe(word).AsUInt16())
        : Vector256.Create(word & ushort.MaxValue, word >> 16 & ushort.MaxValue, word >> 32 & ushort.MaxValue, word >> 48).AsInt64();

    /// <summary>Four numbers below 2¹⁶ in a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Narrowed(Vector256<long> x)
    {
        if (Avx512F.VL.IsSupported) return Avx512F.VL.ConvertToVector128UInt16(x).AsUInt64()[0];
        var pairs = x.AsUInt64().GetLower() | x.AsUInt64().GetUpper() << 32;
        return pairs[0] | pairs[1] << 16;
    }

    /// <summary>Σⱼ xⱼ.</summary>
    public static I32F32 Sum(ReadOnlySpan<I32F32> x)
    {
        var (k, lanes) = (0, Vector256<long>.Zero);
        for (; k <= x.Length - Width; k += Width) lanes += Load(x, k);
        var sum = new I32F32(Vector256.Sum(lanes));
        for (; k < x.Length; k++) sum += x[k];
        return sum;
    }

    /// <summary>toⱼ += xⱼ.</summary>
    public static void Add(Span<I32F32> to, ReadOnlySpan<I32F32> x)
    {
        var k = 0;
        for (; k <= x.Length - Width; k += Width) Store(to, k, Load(to, k) + Load(x, k));
        for (; k < x.Length; k++) to[k] += x[k];
    }

    /// <summary>Σⱼ xⱼ·aⱼ.</summary>
    public static I32F32 SumOfProducts(ReadOnlySpan<I32F32> x, ReadOnlySpan<I32F32> a)
    {
        var ones = MemoryMarshal.Cast<I32F32, OneRow>(x);
        var others = MemoryMarshal.Cast<I32F32, OneRow>(a);
        var (k, lanes) = (0, default(OneRow));
        for (; k < ones.Length && AreBelowOne(others[k].Four) && Vector256.LessThanOrEqualAll(ones[k].Four, Vector256.Create(I32F32.One.Raw)); k++) lanes += Times(ones[k], others[k]);
        var sum = new I32F32(Vector256.Sum(lanes.Four));
        for (k *= Width; k < x.Length; k++) sum += a[k] * x[k];
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Load(ReadOnlySpan<I32F32> row, int at) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(Raw(row)), (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Span<I32F32> row, int at, Vector256<long> lanes) =>
        lanes.StoreUnsafe(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<I32F32, long>(row)), (nuint)at);

    private static ReadOnlySpan<long> Raw(ReadOnlySpan<I32F32> row) => MemoryMarshal.Cast<I32F32, long>(row);
}
