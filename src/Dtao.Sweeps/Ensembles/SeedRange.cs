using System.Globalization;

namespace Dtao.Sweeps.Ensembles;

/// <summary>Seeds named as <c>7</c> or <c>1..32</c>, both ends included.</summary>
public static class SeedRange
{
    public const int Most = 100_000;

    /// <returns>Null where the text is no range, or a range of more than <see cref="Most"/> seeds.</returns>
    public static IReadOnlyList<ulong>? Parse(string text)
    {
        var ends = text.Split("..");
        if (ends.Length > 2 || !TryParse(ends[0], out var first) || !TryParse(ends[^1], out var last)) return null;
        if (last < first || last - first >= Most) return null;
        var seeds = new ulong[(int)(last - first) + 1];
        for (var i = 0; i < seeds.Length; i++) seeds[i] = first + (ulong)i;
        return seeds;
    }

    private static bool TryParse(string text, out ulong seed) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed);
}
