using System.Globalization;
using System.Text;

namespace Dtao.Records.Reports.Drawing;

/// <summary>Text from a run as HTML shows it. What would end a line, steer, or turn the direction of writing is replaced, and so are halves of characters.</summary>
internal static class Escaped
{
    private const char Replacement = '\uFFFD';

    public static string Of(string text)
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

    /// <summary>Several lines, each safe by itself.</summary>
    public static Markup Lines(string text) => new(string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Of)));

    /// <summary>One line of text with nothing in it but what is seen; not escaped.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (IsUnsafe(rune)) plain.Append(Replacement);
            else plain.Append(rune.ToString());
        return plain.ToString();
    }

    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
