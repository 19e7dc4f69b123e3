using System.Collections.Immutable;
using System.Globalization;
using Dtao.Protocol.Units;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Comparing;

/// <summary>Where two records part, exact to the row.</summary>
/// <param name="Block">The first block of which they tell differently.</param>
/// <param name="Day">Since the first block of the first run.</param>
/// <param name="Event">The first thing that happened in one of them only, or otherwise in both; null where only samples or prices differ.</param>
public sealed record FirstDifference(Block Block, double Day, DifferingRow? Event)
{
    /// <summary>What happened, and then what was sampled of it.</summary>
    private static readonly ImmutableArray<string> Events = ["trades", "refusals", "decisions", "registrations", "postings", "epochs", "events"], Samples = ["blocks", "pools", "prices"];

    /// <summary>Null where both tell the same.</summary>
    public static FirstDifference? Between(RunReader a, RunReader b)
    {
        using var first = a.OpenDatabase();
        using var second = b.OpenDatabase();
        var rows = new List<DifferingRow>();
        foreach (var table in Samples.Concat(Events)) // samples first: they are few, and bound the search
            if (In(table, first, second, rows.Count == 0 ? long.MaxValue : rows.Min(row => row.Block)) is { } found)
                rows.Add(found);
        if (rows.Count == 0) return null;
        var at = rows.Min(row => row.Block);
        var start = first.Ask("SELECT min(block) FROM blocks", row => row.IsDBNull(0) ? at : row.GetInt64(0)).Single();
        var told = rows.Where(row => Events.Contains(row.Table)).OrderBy(row => row.Block).ThenBy(row => row.Number).FirstOrDefault();
        return new FirstDifference(new Block(at), (at - start) / (double)Block.PerDay, told);
    }

    private static DifferingRow? In(string table, SqliteConnection a, SqliteConnection b, long until)
    {
        if (ColumnsOf(table, a, b) is not { Count: > 0 } columns) return null;
        var sql = FormattableString.Invariant($"SELECT {string.Join(", ", columns)} FROM {table} WHERE block <= {until} ORDER BY {(table is "pools" or "prices" ? "block, netuid" : table is "blocks" ? "block" : "rowid")}");
        using var inA = a.Cells(sql, columns.Count).GetEnumerator();
        using var inB = b.Cells(sql, columns.Count).GetEnumerator();
        while (true)
        {
            var (hasA, hasB) = (inA.MoveNext(), inB.MoveNext());
            if (!hasA && !hasB) return null;
            if (hasA && hasB && inA.Current.SequenceEqual(inB.Current)) continue;
            return DifferingRow.Of(table, columns, hasA ? inA.Current : null, hasB ? inB.Current : null);
        }
    }

    /// <summary>What both have, <c>block</c> first; nothing where one lacks the table.</summary>
    private static List<string> ColumnsOf(string table, SqliteConnection a, SqliteConnection b)
    {
        var inB = Columns(table, b);
        return [.. Columns(table, a).Where(column => inB.Contains(column, StringComparer.Ordinal))];
    }

    private static List<string> Columns(string table, SqliteConnection run) => run.Ask("SELECT name FROM pragma_table_info($table) ORDER BY cid", row => row.GetString(0), ("$table", table));
}

/// <summary>The first row of a table that two records do not share.</summary>
/// <param name="A">Null where the first record has no row left.</param>
public sealed record DifferingRow(string Table, long Block, string? A, string? B)
{
    /// <summary>Ids count up as things happen.</summary>
    internal long Number { get; private init; }

    internal static DifferingRow Of(string table, List<string> columns, object[]? a, object[]? b)
    {
        var early = a is null ? b! : b is null || (long)a[0] <= (long)b[0] ? a : b;
        var id = columns.IndexOf("id");
        return new DifferingRow(table, (long)early[0], Text(columns, a), Text(columns, b))
        {
            Number = id >= 0 && early[id] is string { Length: > 1 } name && long.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue,
        };
    }

    private static string? Text(List<string> columns, object[]? row) =>
        row is null ? null : string.Join(' ', columns.Zip(row, (column, value) => $"{column}={Convert.ToString(value, CultureInfo.InvariantCulture)}"));
}
