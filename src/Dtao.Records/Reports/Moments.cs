using System.Globalization;
using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports;

/// <summary>The samples that a table shows of a line of hundreds.</summary>
internal static class Moments
{
    private const int Most = 14;

    /// <summary>Evenly spread, the first and the last included.</summary>
    public static IEnumerable<int> Of(int count)
    {
        var rows = Math.Min(Most, count);
        return Enumerable.Range(0, rows).Select(row => rows == 1 ? 0 : (int)((long)row * (count - 1) / (rows - 1)));
    }

    /// <summary>A row a moment: day, date, and what is asked for.</summary>
    public static DataTable Table(Chronicle run, long[] blocks, IEnumerable<(string Name, Func<int, string> Cell)> columns)
    {
        var all = columns.ToArray();
        return new DataTable(
            ["day", "date", .. all.Select(column => column.Name)],
            [.. Of(blocks.Length).Select(at => (System.Collections.Immutable.ImmutableArray<string>)[Shown.Day(run.DayOf(blocks[at])), DateOf(run, blocks[at]), .. all.Select(column => column.Cell(at))])],
            Words: 2);
    }

    private static string DateOf(Chronicle run, long block) => run.Time.At(new Protocol.Units.Block(block)).ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
}
