using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dtao.Protocol.Ledgers;

/// <summary>A 128-bit chain over everything that is fed to it, in order. Equal histories have equal heads; it guards against change, not against malice.</summary>
public sealed class StateHash
{
    private ulong first = 0x9E3779B97F4A7C15;
    private ulong second = 0xC2B2AE3D27D4EB4F;

    public string Head => string.Create(CultureInfo.InvariantCulture, $"{first:x16}{second:x16}");

    /// <summary>Both halves of the head, for a chain that goes on later.</summary>
    internal (ulong First, ulong Second) Halves
    {
        get => (first, second);
        set => (first, second) = value;
    }

    public void Add(ulong word) => Mix(ref first, ref second, word);

    /// <summary>The same, word by word.</summary>
    public void Add(ReadOnlySpan<ulong> words)
    {
        var (one, two) = (first, second);
        foreach (var word in words) Mix(ref one, ref two, word);
        (first, second) = (one, two);
    }

    public void Add(long word) => Add(unchecked((ulong)word));

    /// <summary>A row of words that were summed up beside the chain.</summary>
    internal void Add(PairSum row)
    {
        var (lower, upper) = row.Words;
        Add(lower);
        Add(upper);
    }

    /// <summary>One step of the chain, on halves in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(ref ulong first, ref ulong second, ulong word)
    {
        unchecked
        {
            first = BitOperations.RotateLeft(first ^ word * 0x87C37B91114253D5, 31) * 0x4CF5AD432745937F + second;
            second = BitOperations.RotateLeft(second ^ first, 27) * 0x9FB21C651E98DF25 + 0x52DCE729;
        }
    }
}
