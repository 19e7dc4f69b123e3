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

    /// <summary>Four numbers, zeros where the row ends.</summary>
    public static Vector256<long> LoadPadded(ReadOnlySpan<I32F32> row, int at)
    {
        if (at + Width <= row.Length) return Load(row, at);
        Span<I32F32> padded = stackalloc I32F32[Vector256<long>.Count];
        row[at..].CopyTo(padded);
        return Load(padded, 0);
    }

    /// <summary>Writes what of four numbers the row has room for.</summary>
    public static void StorePadded(Span<I32F32> row, int at, Vector256<long> lanes)
    {
        for (var lane = 0; lane < Width && at + lane < row.Length; lane++) row[at + lane] = new(lanes[lane]);
    }

    /// <summary>Products, each rounded down, of numbers up to 1 with numbers below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Times(Vector256<long> x, Vector256<long> y) => Products(x, y) + Avx2.Multiply((x >>> I32F32.FractionBits).AsUInt32(), y.AsUInt32()).AsInt64();

    public static int CountAboveZero(ReadOnlySpan<I32F32> x) => x.Length - Raw(x).Count(0);

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

    /// <summary>One row's part of all ranks: preⱼ += a·xⱼ and ranksⱼ += a·min(xⱼ, cⱼ).</summary>
    /// <returns>Σⱼ min(xⱼ, cⱼ).</returns>
    public static I32F32 AddRanks(Span<I32F32> pre, Span<I32F32> ranks, I32F32 a, ReadOnlySpan<I32F32> x, ReadOnlySpan<I32F32> c)
    {
        var (k, factor, lanes) = (0, Vector256.Create(a.Raw), Vector256<long>.Zero);
        for (; k <= x.Length - Width && AreBelowOne(Load(x, k) | factor); k += Width)
        {
            var clipped = Vector256.Min(Load(x, k), Load(c, k));
            lanes += clipped;
            Store(pre, k, Load(pre, k) + Products(Load(x, k), factor));
            Store(ranks, k, Load(ranks, k) + Products(clipped, factor));
        }
        var sum = new I32F32(Vector256.Sum(lanes));
        for (; k < x.Length; k++)
        {
            var clipped = I32F32.Min(x[k], c[k]);
            sum += clipped;
            pre[k] += a * x[k];
            ranks[k] += a * clipped;
        }
        return sum;
    }

    /// <summary>toⱼ ← a·xⱼ and sumsⱼ += a·xⱼ.</summary>
    public static void Multiply(Span<I32F32> to, Span<I32F32> sums, I32F32 a, ReadOnlySpan<I32F32> x)
    {
        var (k, factor) = (0, Vector256.Create(a.Raw));
        for (; k <= x.Length - Width && AreBelowOne(Load(x, k) | factor); k += Width)
        {
            var products = Products(Load(x, k), factor);
            Store(to, k, products);
            Store(sums, k, Load(sums, k) + products);
        }
        for (; k < x.Length; k++)
        {
            to[k] = a * x[k];
            sums[k] += to[k];
        }
    }

    /// <summary>Σⱼ xⱼ·aⱼ.</summary>
    public static I32F32 SumOfProducts(ReadOnlySpan<I32F32> x, ReadOnlySpan<I32F32> a)
    {
        var (k, lanes) = (0, Vector256<long>.Zero);
        for (; k <= x.Length - Width && AreBelowOne(Load(a, k)) && Vector256.LessThanOrEqualAll(Load(x, k), Vector256.Create(I32F32.One.Raw)); k += Width)
            lanes += Times(Load(x, k), Load(a, k));
        var sum = new I32F32(Vector256.Sum(lanes));
        for (; k < x.Length; k++) sum += a[k] * x[k];
        return sum;
    }

    /// <summary>Whether a processor's product of two halves is all there is to a product of two numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreBelowOne(Vector256<long> either) => Avx2.IsSupported && (either >>> I32F32.FractionBits) == Vector256<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Products(Vector256<long> x, Vector256<long> y) => (Avx2.Multiply(x.AsUInt32(), y.AsUInt32()) >>> I32F32.FractionBits).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Load(ReadOnlySpan<I32F32> row, int at) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(Raw(row)), (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Span<I32F32> row, int at, Vector256<long> lanes) =>
        lanes.StoreUnsafe(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<I32F32, long>(row)), (nuint)at);

    private static ReadOnlySpan<long> Raw(ReadOnlySpan<I32F32> row) => MemoryMarshal.Cast<I32F32, long>(row);
}
