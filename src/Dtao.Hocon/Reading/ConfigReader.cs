namespace Dtao.Hocon;

/// <summary>
/// Reads one object's fields by name. What is wrong goes into the bag and a harmless value comes back, so that all errors are told
/// in one pass; <see cref="Done"/> reports keys that nobody asked for.
/// </summary>
public sealed partial class ConfigReader
{
    private readonly ConfigObject? section;
    private readonly DiagnosticBag diagnostics;
    private readonly string path;
    private readonly KeyBook? book;
    private readonly OrderedDictionary<string, Diagnostic?> asked = new(StringComparer.Ordinal);
    private readonly List<ConfigReader> inner = [];

    /// <summary>What this object was laid over; another reader tells of what stands there.</summary>
    private ConfigObject? under;

    /// <param name="root">The whole configuration.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="book">Takes every key that is asked for; null where nobody wants to know.</param>
    public ConfigReader(ConfigObject root, DiagnosticBag diagnostics, KeyBook? book = null)
        : this(root, diagnostics, "", book)
    {
    }

    /// <summary>One that complains of nothing missing where a file could not be read, since that is told already.</summary>
    public ConfigReader(ConfigTree tree, DiagnosticBag diagnostics)
        : this(tree.IsUnread ? null : tree.Root, diagnostics, "", book: null)
    {
    }

    /// <param name="section">Null where an error is reported already: everything asked for is then harmless and silent.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="path">The object's own path, as messages say it.</param>
    private ConfigReader(ConfigObject? section, DiagnosticBag diagnostics, string path, KeyBook? book) =>
        (this.section, this.diagnostics, this.path, this.book) = (section, diagnostics, path, book);

    /// <summary>The path from the root, as messages say it.</summary>
    public string Path => path;

    /// <summary>Where the object is written; null where there is none.</summary>
    public Origin? Origin => section?.Origin;

    public bool Has(string key) => Ask(key) is not (null or ConfigScalar { Type: ScalarKind.Null });

    /// <summary>The value as it is, for readers who want more than this class knows; null when missing.</summary>
    public ConfigValue? Value(string key) => Ask(key);

    /// <summary>Reports an error at a key's value, in the manner of this reader's own.</summary>
    /// <param name="key">The key.</param>
    /// <param name="error">Goes on after the key's path, as in "must be above cohorts.herd.low".</param>
    /// <param name="remedy">What to write instead; null when the error says so itself.</param>
    public void Report(string key, string error, string? remedy = null)
    {
        if (section is not null)
            diagnostics.Error(Ask(key)?.Origin ?? section.Origin, $"{PathOf(key)} {error}", remedy);
    }

    /// <summary>Notes that a key below this object may be left out, and where its value then stands.</summary>
    /// <param name="key">A path from this object.</param>
    /// <param name="other">A path from the root.</param>
    public void LeftOutStandsAt(string key, string other) => book?.NoteElsewhere(path.Length == 0 ? key : $"{path}.{key}", other);

    /// <summary>The same at the key itself, where it is the name that is wrong.</summary>
    public void ReportName(string key, string error, string? remedy = null)
    {
        if (Ask(key) is { } value) diagnostics.Error(value.KeyOrigin, $"{PathOf(key)} {error}", remedy);
    }

    public ConfigReader Section(string key)
    {
        var reader = Need(key) is { } value ? SectionFrom(value, PathOf(key)) : Open(null, PathOf(key));
        if (under is not null && under.TryGet(key, out var lower)) reader.under = lower as ConfigObject;
        return reader;
    }

    /// <summary>An array of objects.</summary>
    public IReadOnlyList<ConfigReader> Sections(string key)
    {
        Note(key, new KeyNature(KeyKind.Object) { IsList = true });
        return [.. Items(key).Select((item, i) => new ConfigReader(SectionOf(item, PathOf(key, i)), diagnostics, PathOf(key, i), book: null)).Select(Inner)];
    }

    /// <summary>A section that leaves out what <paramref name="below"/> says already. Its keys are the other's, so none is noted.</summary>
    public ConfigReader SectionOver(string key, ConfigReader below)
    {
        var own = Need(key) is { } value ? SectionOf(value, PathOf(key)) : null;
        return Inner(new ConfigReader(own is not null && below.section is { } lower ? own.Over(lower) : null, diagnostics, PathOf(key), book: null) { under = below.section });
    }

    /// <summary>Every field of this object as a section of its own, in the order in which they are first named; notes are passed over.</summary>
    public IEnumerable<(string Name, ConfigReader Section)> Each() =>
        [.. Names().Select(name => (name, Section(name)))];

    /// <summary>The keys of this object, notes left out.</summary>
    public IReadOnlyList<string> Names() => [.. Keys().Where(key => !IsNote(key))];

    /// <summary>Reports every key that was never asked for, here and in all sections below, notes left out.</summary>
    public void Done()
    {
        foreach (var key in Keys().Where(key => !asked.ContainsKey(key) && !IsNote(key) && !IsFromUnder(key)).ToList())
            ReportUnknown(key);
        foreach (var reader in inner)
            reader.Done();
    }

    private bool IsFromUnder(string key) => under is not null && under.TryGet(key, out var lower) && lower.KeyOrigin == section!.Fields[key].KeyOrigin;

    /// <summary>What begins with <c>x-</c>; and at the root the name of the schema by which an editor helps to write the file.</summary>
    private bool IsNote(string key) => key.StartsWith("x-", StringComparison.Ordinal) || (key == "$schema" && path.Length == 0);

    private IEnumerable<string> Keys() => section?.Fields.Keys ?? [];

    private void ReportUnknown(string key)
    {
        var meant = diagnostics.IsFull ? [] : Meant(key);
        foreach (var missing in meant.Select(other => asked[other]).OfType<Diagnostic>())
            diagnostics.Withdraw(missing);
        var known = asked.Count == 0 ? "no key is known here" : $"known: {string.Join(", ", asked.Keys)}";
        var question = Spelling.Question(meant);
        diagnostics.Error(section!.Fields[key].KeyOrigin, $"unknown key {PathOf(key)}", question.Length == 0 ? $"({known})" : $"{question}  ({known})");
    }

    /// <summary>Of two keys equally near, one that the same file writes as well is not the one that was meant.</summary>
    private IReadOnlyList<string> Meant(string key)
    {
        var near = Spelling.AllNearest(key, asked.Keys);
        var source = section!.Fields[key].KeyOrigin.Source;
        var unwritten = near.Where(other => section.Fields.GetValueOrDefault(other)?.KeyOrigin.Source != source).ToArray();
        return near.Count > 1 && unwritten.Length > 0 ? unwritten : near;
    }

    private void Note(string key, KeyNature nature) => book?.Note(PathOf(key), nature);

    private ConfigValue? Ask(string key)
    {
        asked.TryAdd(key, null);
        return section?.Fields.GetValueOrDefault(key);
    }

    /// <summary>The value of a key that must be there; null, with an error reported, when it is not.</summary>
    private ConfigValue? Need(string key)
    {
        var value = Ask(key);
        if (section is null || value is ConfigBroken)
            return null;
        if (value is not (null or ConfigScalar { Type: ScalarKind.Null }))
            return value;
        var missing = new Diagnostic(Severity.Error, value?.Origin ?? section.Origin, $"{PathOf(key)} is missing", $"write {ConfigPath.Quote(key)} = … here");
        diagnostics.Add(missing);
        asked[key] = missing;
        return null;
    }

    private IReadOnlyList<ConfigValue> Items(string key)
    {
        var value = Need(key);
        if (value is ConfigArray array)
            return array.Items;
        if (value is not null)
            WrongKind(value, PathOf(key), "an array", "write it in brackets: [a, b]");
        return [];
    }

    private ConfigReader SectionFrom(ConfigValue value, string at) => Open(SectionOf(value, at), at);

    /// <summary>Null, with an error reported, for what is no object.</summary>
    private ConfigObject? SectionOf(ConfigValue value, string at)
    {
        if (value is not (ConfigObject or ConfigBroken))
            WrongKind(value, at, "an object", "write its fields in braces: { key = value }");
        return value as ConfigObject;
    }

    private ConfigReader Open(ConfigObject? value, string at) => Inner(new ConfigReader(value, diagnostics, at, book));

    private ConfigReader Inner(ConfigReader reader)
    {
        inner.Add(reader);
        return reader;
    }

    private void WrongKind(ConfigValue value, string at, string wanted, string remedy) =>
        diagnostics.Error(value.Origin, $"{at} must be {wanted}, not {value.Kind}", remedy);

    private string PathOf(string key) => (path.Length == 0 ? "" : path + ".") + ConfigPath.Quote(SafeText.Excerpt(key));

    private string PathOf(string key, int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PathOf(key)}[{index}]");
}
