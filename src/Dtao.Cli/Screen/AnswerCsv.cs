using System.Globalization;
using Dtao.Hocon;

namespace Dtao.Cli.Screen;

/// <summary>
/// Rows as comma-separated values, one a line. A text that a spreadsheet would take for a formula gets an apostrophe before it,
/// and whatever could end a line or steer a terminal is shown, not sent.
/// </summary>
/// <remarks>RFC 4180; OWASP, <i>CSV Injection</i>.</remarks>
internal static class AnswerCsv
{
    private const string Formula = "=+-@＝＋－＠";

    public static void Write(TextWriter to, Answer answer)
    {
        Line(to, answer.Columns.Select(Text));
        foreach (var row in answer.Rows) Line(to, row.Select(Cell));
    }

    private static void Line(TextWriter to, IEnumerable<string> cells) => to.Write(string.Join(',', cells) + "\n");

    private static string Cell(object? cell) => cell switch
    {
        null => "",
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "",
        string text => Text(text),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Text(string text)
    {
        var safe = SafeText.Escape(text);
        if (safe.TrimStart() is [var first, ..] && Formula.Contains(first, StringComparison.Ordinal)) safe = "'" + safe;
        return safe.AsSpan().IndexOfAny(",;\"' ") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
