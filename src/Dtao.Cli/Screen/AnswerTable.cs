using System.Globalization;
using Dtao.Hocon;

namespace Dtao.Cli.Screen;

/// <summary>Rows as a table for people. Columns are as wide as the first rows want them, so that the rest need not be waited for; a long text is cut.</summary>
internal static class AnswerTable
{
    private const int LookedAt = 500, Widest = 160;

    public static void Write(TextWriter to, Answer answer)
    {
        using var rows = answer.Rows.GetEnumerator();
        var first = new List<string[]> { answer.Columns.Select(Text).ToArray() };
        var isNumber = new bool[answer.Columns.Count];
        while (first.Count <= LookedAt && rows.MoveNext())
        {
            first.Add([.. rows.Current.Select(Text)]);
            for (var i = 0; i < isNumber.Length; i++) isNumber[i] |= rows.Current[i] is long or double;
        }
        var widths = Enumerable.Range(0, answer.Columns.Count).Select(i => first.Max(row => row[i].Length)).ToArray();
        foreach (var row in first) Line(to, row, widths, isNumber);
        while (rows.MoveNext()) Line(to, [.. rows.Current.Select(Text)], widths, isNumber);
    }

    private static void Line(TextWriter to, string[] cells, int[] widths, bool[] isNumber)
    {
        var line = string.Join("  ", cells.Select((cell, i) => isNumber[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])));
        to.Write(line.TrimEnd() + "\n");
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        double number => Number(number),
        string text => Cut(SafeText.Escape(text)),
        byte[] bytes => Cut("x'" + Convert.ToHexString(bytes) + "'"),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Number(double number) => number switch
    {
        0 => "0",
        > -1e-4 and < 1e-4 => number.ToString("0.###e+0", CultureInfo.InvariantCulture),
        > -1e15 and < 1e15 => number.ToString("0.######", CultureInfo.InvariantCulture),
        _ => number.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Cut(string text) => text.Length <= Widest ? text : SafeText.Escape(text.AsSpan(0, Widest - 1)) + "…";
}
