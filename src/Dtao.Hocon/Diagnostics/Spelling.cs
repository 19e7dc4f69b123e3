namespace Dtao.Hocon;

/// <summary>Finds the word somebody meant.</summary>
public static class Spelling
{
    private const int LongestWord = 40;
    private const int MostCandidates = 500;
    private const int MostNamed = 3;

    /// <summary>Beyond two slips a long word is as likely another word: flow-emission is not block-emission.</summary>
    private const int MostEdits = 2;

    /// <summary>The known word nearest to <paramref name="word"/>, or null when none is near enough to be meant.</summary>
    /// <remarks>Null as well where two are equally near: half of such advice would be wrong.</remarks>
    public static string? Nearest(string word, IEnumerable<string> known) => AllNearest(word, known) is [var one] ? one : null;

    /// <summary>All that are equally near and nearer than any other; none when none is near enough to be meant.</summary>
    public static IReadOnlyList<string> AllNearest(string word, IEnumerable<string> known)
    {
        var near = known.Take(MostCandidates)
            .Where(candidate => IsComparable(word, candidate))
            .Select(candidate => (Word: candidate, Edits: Distance(word, candidate)))
            .Where(candidate => candidate.Edits <= EditsAllowed(word, candidate.Word))
            .ToArray();
        var fewest = near.Length == 0 ? 0 : near.Min(candidate => candidate.Edits);
        return [.. near.Where(candidate => candidate.Edits == fewest).Select(candidate => candidate.Word).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>As in <c>did you mean "seed"?</c>; empty when none is near enough, or too many are.</summary>
    public static string Question(IReadOnlyList<string> near) =>
        near.Count is > 0 and <= MostNamed ? $"did you mean {string.Join(" or ", near.Select(word => $"\"{word}\""))}?" : "";

    private static int EditsAllowed(string word, string candidate) => Math.Clamp(Math.Min(word.Length, candidate.Length) / 3, 1, MostEdits);

    private static bool IsComparable(string word, string candidate) =>
        Math.Max(word.Length, candidate.Length) <= LongestWord && Math.Abs(word.Length - candidate.Length) <= EditsAllowed(word, candidate);

    /// <summary>Edits between two words: insert, delete, replace, or swap two neighbours; a change of case is no edit.</summary>
    /// <remarks>Damerau (1964), Levenshtein (1966): optimal string alignment.</remarks>
    internal static int Distance(string from, string to)
    {
        var edits = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
                edits[i, j] = i == 0 ? j : j == 0 ? i : Step(edits, from, to, i, j);
        }

        return edits[from.Length, to.Length];
    }

    private static int Step(int[,] edits, string from, string to, int i, int j)
    {
        var replaced = edits[i - 1, j - 1] + (Same(from[i - 1], to[j - 1]) ? 0 : 1);
        var fewest = Math.Min(replaced, 1 + Math.Min(edits[i - 1, j], edits[i, j - 1]));
        var swaps = i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]);
        return swaps ? Math.Min(fewest, edits[i - 2, j - 2] + 1) : fewest;
    }

    private static bool Same(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
