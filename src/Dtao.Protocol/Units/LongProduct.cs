using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Dtao.Protocol.Units;

/// <summary>Products of 128 bits by their halves: the runtime hands out the lower one through memory, and here it is a product of its own.</summary>
internal static class LongProduct
{
    /// <summary>The upper 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Upper(ulong a, ulong b) => Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags(a, b) : Math.BigMul(a, b, out _);

    /// <summary>The lower 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Lower(ulong a, ulong b) => unchecked(a * b);
}
