using System.Runtime.CompilerServices;

namespace Dtao.Strategies.Numerics;

/// <summary>64-bit hashes that are the same in every process, on every machine.</summary>
public static class StableHash
{
    /// <summary>How many hashes there are, 2⁶⁴: a share of them lies below that share of it.</summary>
    public const double Count = 18_446_744_073_709_551_616.0;

    private const ulong FnvBasis = 0xCBF29CE484222325, FnvPrime = 0x00000100000001B3;

    /// <summary>2⁶⁴ ÷ the golden ratio, odd.</summary>
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Hash of the text's UTF-8 bytes.</summary>
    public static ulong Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> utf8 = stackalloc byte[4];
        var hash = FnvBasis;
        foreach (var rune in text.EnumerateRunes())
            hash = Absorb(hash, utf8[..rune.EncodeToUtf8(utf8)]);
        return Mix(hash);
    }

    /// <summary>Hash of bytes.</summary>
    /// <remarks>FNV-1a (Fowler, Noll, Vo, 1991) for the bytes, then <see cref="Mix"/>, because FNV's high bits lag behind.</remarks>
    public static ulong Of(ReadOnlySpan<byte> bytes) => Mix(Absorb(FnvBasis, bytes));

    /// <summary>Spreads every input bit over all 64; one to one.</summary>
    /// <remarks>The finaliser of SplitMix64 (Steele, Lea, Flood, 2014), variant 13 of Stafford. Put in place, since a row of draws is little else.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong word)
    {
        unchecked
        {
            word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
            word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
            return word ^ (word >> 31);
        }
    }

    /// <summary>Hash of an ordered pair; chain it for more words.</summary>
    public static ulong Combine(ulong first, ulong second) => unchecked(Mix(Mix(first + Golden) ^ (second * Golden)));

    private static ulong Absorb(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes) hash = unchecked((hash ^ value) * FnvPrime);
        return hash;
    }
}
