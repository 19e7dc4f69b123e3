using System.Globalization;
using System.Text;

namespace Dtao.Hocon;

/// <summary>User text made fit for a terminal or a message: nothing in it steers the output, nothing in it is endless.</summary>
public static class SafeText
{
    private const int ExcerptLength = 60;

    /// <summary>Writes control, bidirectional and other invisible characters as escapes; a tab becomes four spaces.</summary>
    public static string Escape(ReadOnlySpan<char> text)
    {
        var safe = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var broken = Rune.DecodeFromUtf16(text, out var rune, out var length) != System.Buffers.OperationStatus.Done;
            if (text[0] == '\t')
                safe.Append("    ");
            else if (broken || IsInvisible(rune))
                AppendEscape(safe, broken ? text[0] : rune.Value);
            else
                safe.Append(text[..length]);
            text = text[length..];
        }

        return safe.ToString();
    }

    /// <summary>The beginning of a text, for quoting it in a message.</summary>
    public static string Excerpt(string text)
    {
        if (text.Length <= ExcerptLength)
            return text;
        var end = char.IsHighSurrogate(text[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength;
        return text[..end] + "…";
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static void AppendEscape(StringBuilder safe, int code) => safe.Append(code > 0xFFFF
        ? string.Create(CultureInfo.InvariantCulture, $"\\u{{{code:x}}}")
        : string.Create(CultureInfo.InvariantCulture, $"\\u{code:x4}"));
}
