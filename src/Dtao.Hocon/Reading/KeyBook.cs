namespace Dtao.Hocon;

/// <summary>Every key that readers asked for, with what may stand there: what the program knows of its own configuration.</summary>
public sealed class KeyBook
{
    private readonly OrderedDictionary<string, KeyNature?> natures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> elsewhere = new(StringComparer.Ordinal);

    /// <summary>Paths in the order in which they were first asked for.</summary>
    public IReadOnlyList<string> Keys => natures.Keys;

    /// <summary>Null for a path that is no key.</summary>
    public KeyNature? NatureOf(string key) => natures.GetValueOrDefault(key) ?? (ElsewhereOf(key) is { } other ? NatureOf(other) : null);

    /// <summary>Where the value stands when it is left out at the key itself; null where it must not be.</summary>
    public string? ElsewhereOf(string key) => elsewhere.GetValueOrDefault(key);

    internal void Note(string key, KeyNature nature) => natures[key] = nature;

    internal void NoteElsewhere(string key, string other)
    {
        natures.TryAdd(key, null);
        elsewhere[key] = other;
    }
}
