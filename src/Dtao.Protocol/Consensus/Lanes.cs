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
    private static int Width => Vector256<long>.Count;

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

    /// <summary>toⱼ ← the larger of toⱼ and xⱼ.</summary>
    public static void Raise(Span<I32F32> to, ReadOnlySpan<I32F32> x)
    {
        var k = 0;
        for (; k <= x.Length - Width; k += Width) Store(to, k, Vector256.Max(Load(to, k), Load(x, k)));
        for (; k < x.Length; k++) to[k] = I32F32.Max(to[k], x[k]);
    }

    /// <summary>toⱼ ← the smaller of xⱼ and yⱼ.</summary>
    public static void Clip(Span<I32F32> to, ReadOnlySpan<I32F32> x, ReadOnlySpan<I32F32> y)
    {
        var k = 0;
        for (; k <= x.Length - Width; k += Width) Store(to, k, Vector256.Min(Load(x, k), Load(y, k)));
        for (; k < x.Length; k++) to[k] = I32F32.Min(x[k], y[k]);
    }

    /// <summary>toⱼ += a·xⱼ.</summary>
    public static void AddProducts(Span<I32F32> to, I32F32 a, ReadOnlySpan<I32F32> x)
    {
        var (k, factor) = (0, Vector256.Create(a.Raw));
        for (; k <= x.Length - Width && AreBelowOne(Load(x, k) | factor); k += Width) Store(to, k, Load(to, k) + Products(Load(x, k), factor));
        for (; k < x.Length; k++) to[k] += a * x[k];
    }

    /// <summary>toⱼ += aⱼ·xⱼ.</summary>
    public static void AddProducts(Span<I32F32> to, ReadOnlySpan<I32F32> a, ReadOnlySpan<I32F32> x)
    {
        var k = 0;
        for (; k <= x.Length - Width && AreBelowOne(Load(x, k) | Load(a, k)); k += Width) Store(to, k, Load(to, k) + Products(Load(x, k), Load(a, k)));
        for (; k < x.Length; k++) to[k] += a[k] * x[k];
    }

    /// <summary>Σⱼ xⱼ·aⱼ.</summary>
    public static I32F32 SumOfProducts(ReadOnlySpan<I32F32> x, ReadOnlySpan<I32F32> a)
    {
        var (k, lanes) = (0, Vector256<long>.Zero);
        for (; k <= x.Length - Width && AreBelowOne(Load(x, k) | Load(a, k)); k += Width) lanes += Products(Load(x, k), Load(a, k));
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
