using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Dtao.Protocol.Memory;

/// <summary>
/// Has the processor fetch an object's memory while something else is done. With thousands of agents a message waits for four or five objects that nobody has
/// touched for a while, one after the other; who is next is known, so that they can be on their way together.
/// </summary>
/// <remarks>An object may have been moved in between: what is fetched then is of no use, and does no harm.</remarks>
public static unsafe class CacheLines
{
    private const int Line = 64;

    /// <param name="lines">Of 64 bytes, from the object's beginning.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(object? of, int lines)
    {
        if (!Sse.IsSupported || of is null) return;
        var at = (byte*)Unsafe.As<object, nint>(ref of);
        for (var line = 0; line < lines; line++) Sse.Prefetch0(at + line * Line);
    }

    /// <summary>The line in which an item of a list begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<T>(ref readonly T item)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in item)));
    }

    /// <summary>All lines of an item of a list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FetchWhole<T>(ref readonly T item)
    {
        if (!Sse.IsSupported) return;
        var at = (byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in item));
        for (var offset = 0; offset < Unsafe.SizeOf<T>(); offset += Line) Sse.Prefetch0(at + offset);
    }
}
