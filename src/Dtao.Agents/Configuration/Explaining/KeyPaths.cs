using Dtao.Hocon;

namespace Dtao.Agents.Configuration.Explaining;

/// <summary>Finds the key that somebody meant.</summary>
public static class KeyPaths
{
    /// <summary>The words that may follow a section's path, in the order in which the program asks for them; none behind a key.</summary>
    public static IReadOnlyList<string> Below(KeyBook keys, string path) => Below(keys, ConfigPath.Parse(path) ?? []);

    /// <summary>The known path nearest to one that is none; null when none is near enough to be meant.</summary>
    public static string? Nearest(KeyBook keys, string path)
    {
        var meant = new List<string>();
        foreach (var word in ConfigPath.Parse(path) ?? [])
        {
            var known = Below(keys, [.. meant]);
            if ((known.Contains(word, StringComparer.Ordinal) ? word : Spelling.Nearest(word, known)) is not { } next) return null;
            meant.Add(next);
        }
        return meant.Count == 0 ? null : ConfigPath.Join(meant);
    }

    /// <summary>How much of a path is known: the section in which its first unknown word stands.</summary>
    public static string KnownPart(KeyBook keys, string path)
    {
        var words = ConfigPath.Parse(path) ?? [];
        var known = Enumerable.Range(0, words.Length).TakeWhile(i => Below(keys, words[..i]).Contains(words[i], StringComparer.Ordinal)).Count();
        return ConfigPath.Join(words[..known]);
    }

    private static string[] Below(KeyBook keys, string[] section) =>
        [.. keys.Keys.Select(key => ConfigPath.Parse(key)!).Where(key => key.Length > section.Length && key.AsSpan(0, section.Length).SequenceEqual(section)).Select(key => key[section.Length]).Distinct(StringComparer.Ordinal)];
}
