using System.Text.RegularExpressions;

namespace Dtao.Hocon;

public sealed partial class ConfigReader
{
    /// <summary>Any text; a number or a truth value is taken as it is written.</summary>
    public string Text(string key)
    {
        Note(key, new KeyNature(KeyKind.Text));
        return Read(key, text => new Parsed<string>(text), "text", "");
    }

    /// <summary>A name that may become part of a file's name: a letter or digit, then up to 63 letters, digits, dots, dashes and underscores.</summary>
    public string Name(string key)
    {
        Note(key, new KeyNature(KeyKind.Text));
        return Read(key, ParseName, "a name", "");
    }

    public bool Flag(string key)
    {
        Note(key, new KeyNature(KeyKind.Flag));
        return Read(key, ParseFlag, "true or false", false);
    }

    /// <summary>One of a few words.</summary>
    public string Choice(string key, params string[] choices)
    {
        Note(key, new KeyNature(KeyKind.Choice) { Choices = choices });
        return Read(key, text => ParseChoice(text, choices), "a word", choices[0]);
    }

    public IReadOnlyList<string> Texts(string key)
    {
        Note(key, new KeyNature(KeyKind.Text) { IsList = true });
        return ReadAll(key, text => new Parsed<string>(text), "text");
    }

    /// <summary>An array of a few words.</summary>
    public IReadOnlyList<string> Choices(string key, params string[] choices)
    {
        Note(key, new KeyNature(KeyKind.Choice) { Choices = choices, IsList = true });
        return ReadAll(key, text => ParseChoice(text, choices), "a word");
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NamePattern { get; }

    private static Parsed<string> ParseName(string text) => text.Length <= 64 && NamePattern.IsMatch(text)
        ? new Parsed<string>(text)
        : Parsed<string>.Wrong($"is \"{SafeText.Excerpt(text)}\", which is no name", "write 1 to 64 letters, digits, dots, dashes or underscores, a letter or digit first");

    private static Parsed<bool> ParseFlag(string text) => text is "true" or "false"
        ? new Parsed<bool>(text == "true")
        : Parsed<bool>.Wrong($"is \"{SafeText.Excerpt(text)}\"", "write true or false");

    private static Parsed<string> ParseChoice(string text, string[] choices)
    {
        if (choices.Contains(text, StringComparer.Ordinal))
            return new Parsed<string>(text);
        var known = $"(known: {string.Join(", ", choices)})";
        var question = Spelling.Question(Spelling.AllNearest(text, choices));
        return Parsed<string>.Wrong($"is \"{SafeText.Excerpt(text)}\"", question.Length == 0 ? known : $"{question}  {known}");
    }

    private T Read<T>(string key, Func<string, Parsed<T>> parse, string wanted, T harmless) =>
        Need(key) is { } value ? Read(value, PathOf(key), parse, wanted, harmless) : harmless;

    private List<T> ReadAll<T>(string key, Func<string, Parsed<T>> parse, string wanted) =>
        [.. Items(key).Select((item, i) => Read(item, PathOf(key, i), parse, wanted, default!))];

    private T Read<T>(ConfigValue value, string at, Func<string, Parsed<T>> parse, string wanted, T harmless)
    {
        if (value is ConfigBroken)
            return harmless;
        if (value is not ConfigScalar scalar)
        {
            WrongKind(value, at, wanted, $"write {wanted} there");
            return harmless;
        }

        var parsed = parse(scalar.Text);
        if (parsed.Error is null)
            return parsed.Value;
        diagnostics.Error(value.Origin, $"{at} {parsed.Error}", parsed.Remedy);
        return harmless;
    }
}
