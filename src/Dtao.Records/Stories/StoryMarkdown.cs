using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Dtao.Records.Stories;

/// <summary>A story as Markdown. Names are text there, whatever they look like.</summary>
public static class StoryMarkdown
{
    private const string Marks = "\\`*_[]<>|#&~";

    public static string Of(string name, ImmutableArray<Statement> story)
    {
        var text = new StringBuilder($"# {Plain(name)}\n\n");
        foreach (var told in story) text.Append(CultureInfo.InvariantCulture, $"- {Plain(told.Text)} {Plain(told.Backing.ToString())}\n");
        return text.ToString();
    }

    /// <summary>Every sign that Markdown could take for its own stands behind a backslash; what could end a line is replaced.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in Reports.Drawing.Escaped.Plain(text).EnumerateRunes())
        {
            if (rune.IsAscii && Marks.Contains((char)rune.Value, StringComparison.Ordinal)) plain.Append('\\');
            plain.Append(rune.ToString());
        }
        return plain.ToString();
    }
}
