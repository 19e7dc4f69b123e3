using System.Globalization;
using System.Text;

namespace Dtao.Records.Reports.Drawing;

/// <summary>Text from a run as HTML shows it. What would end a line, steer, or turn the direction of writing is replaced, and so are halves of characters.</summary>
internal static class Escaped
{
    /// <summary>More of one text than this, in characters, tells nobody anything and would make a page too large to open.</summary>
    private const int Most = 1_000;

    private const char Replacement = '\uFFFD';

    public static string Of(string text) => Escape(Cut(text, Most));

    /// <summary>Several lines, each safe by itself.</summary>
    /// <param name="most">Characters of all lines together.</param>
    public static Markup Lines(string text, int most) => new(string.Join('\n', Cut(text.ReplaceLineEndings("\n"), most).Split('\n').Select(Escape)));

    /// <summary>One line of text with nothing in it but what is seen; not escaped.</summary>
    public static string Plain(string text) => string.Concat(Cut(text, Most).EnumerateRunes().Select(rune => IsUnsafe(rune) ? Replacement.ToString() : rune.ToString()));

    /// <summary>No longer than so many characters, the last one being a sign that something is missing.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
            safe = rune.Value switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                _ when IsUnsafe(rune) => safe.Append(Replacement),
                _ => safe.Append(rune.ToString()),
            };
        return safe.ToString();
    }

    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
