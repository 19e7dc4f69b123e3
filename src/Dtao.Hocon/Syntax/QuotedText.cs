using System.Globalization;
using System.Text;

namespace Dtao.Hocon;

/// <summary>A quoted text: JSON's, with escapes, or between three quotes, raw and over many lines.</summary>
internal sealed class QuotedText(SourceText source, int start, DiagnosticBag diagnostics)
{
    private const string Three = "\"\"\"";
    private readonly string text = source.Text;

    public int End { get; private set; }

    /// <summary>A text as JSON writes it; also valid HOCON.</summary>
    public static string Write(string said)
    {
        var quoted = new StringBuilder(said.Length + 2).Append('"');
        foreach (var c in said)
            AppendEscaped(quoted, c);
        return quoted.Append('"').ToString();
    }

    public string Read() => text.AsSpan(start).StartsWith(Three, StringComparison.Ordinal) ? ReadRaw() : ReadJson();

    private static void AppendEscaped(StringBuilder quoted, char c)
    {
        if (c is '"' or '\\')
            quoted.Append('\\').Append(c);
        else if (c is '\n')
            quoted.Append("\\n");
        else if (c is '\t')
            quoted.Append("\\t");
        else if (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
                 or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        else
            quoted.Append(c);
    }

    private string ReadRaw()
    {
        var from = start + Three.Length;
        var length = text.AsSpan(from).IndexOf(Three, StringComparison.Ordinal);
        if (length < 0)
        {
            End = text.Length;
            Report(start, Three.Length, "a text in three quotes is never closed", "close it with \"\"\"");
            return text[from..];
        }

        End = from + length + Three.Length;
        while (End < text.Length && text[End] == '"')
            End++; // further quotes belong to the text
        return text[from..(End - Three.Length)];
    }

    private string ReadJson()
    {
        var said = new StringBuilder();
        var at = start + 1;
        while (at < text.Length && text[at] is not ('"' or '\n'))
            at += text[at] == '\\' ? ReadEscape(at, said) : ReadCharacter(at, said);
        End = Math.Min(text.Length, at);
        if (at < text.Length && text[at] == '"')
            End++;
        else
            Report(start, 1, "a quoted text is not closed on its line", "close it with \", or write it between \"\"\" and \"\"\"");
        return CheckPairs(said.ToString());
    }

    private int ReadCharacter(int at, StringBuilder said)
    {
        if (char.IsControl(text[at]) && text[at] < ' ')
            Report(at, 1, "a quoted text holds a control character", $"write it \\u{(int)text[at]:x4}");
        said.Append(text[at]);
        return 1;
    }

    private int ReadEscape(int at, StringBuilder said)
    {
        var code = at + 1 < text.Length ? text[at + 1] : '\0';
        if (code == 'u' && at + 6 <= text.Length && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            said.Append((char)unit);
            return 6;
        }

        var meant = "\"\\/bfnrt".IndexOf(code, StringComparison.Ordinal);
        if (meant < 0 || code == '\0')
        {
            Report(at, 1, "a quoted text holds an unknown escape", "known: \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000; a backslash itself is \\\\");
            return 1;
        }

        said.Append("\"\\/\b\f\n\r\t"[meant]);
        return 2;
    }

    private string CheckPairs(string said)
    {
        for (var i = 0; i < said.Length; i++)
        {
            var paired = i + 1 < said.Length && char.IsSurrogatePair(said[i], said[i + 1]);
            if (char.IsSurrogate(said[i]) && !paired)
                Report(start, End - start, "a quoted text holds half of a surrogate pair", "write both halves, \\ud83d\\ude00, or the character itself");
            i += paired ? 1 : 0;
        }

        return said;
    }

    private void Report(int at, int length, string message, string remedy) => diagnostics.Error(new Origin(source, at, length), message, remedy);
}
