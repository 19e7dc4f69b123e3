namespace Dtao.Hocon;

/// <summary>Finds the word somebody meant.</summary>
public static class Spelling
{
    private const int LongestWord = 40;
    private const int MostCandidates = 500;

    /// <summary>The known word nearest to <paramref name="word"/>, or null when none is near enough to be meant.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var (best, fewest) = ((string?)null, int.MaxValue);
        foreach (var candidate in known.Take(MostCandidates).Where(candidate => IsComparable(word, candidate)))
        {
            var edits = Distance(word, candidate);
            if (edits < fewest)
                (best, fewest) = (candidate, edits);
        }

        return best is not null && fewest <= EditsAllowed(word, best) ? best : null;
    }

    private static int EditsAllowed(string word, string candidate) => Math.Max(1, Math.Min(word.Length, candidate.Length) / 3);

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
