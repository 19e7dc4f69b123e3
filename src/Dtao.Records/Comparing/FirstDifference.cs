using System.Collections.Immutable;
using System.Globalization;
using Dtao.Protocol.Units;
using Dtao.Records.Folders;
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
    private static readonly ImmutableArray<string> Events = ["trades", "refusals", "decisions", "root_votes", "subnet_sales", "transfers", "registrations", "dissolutions", "postings", "epochs", "events"], Samples = ["blocks", "pools", "kinds", "prices"];

    /// <summary>Null where both tell the same, as far as both are whole.</summary>
    public static FirstDifference? Between(RunReader a, RunReader b)
    {
        using var first = a.OpenDatabase();
        using var second = b.OpenDatabase();
        var whole = Math.Min(WholeUpTo(a, first), WholeUpTo(b, second));
        var told = Earliest(Events, first, second, whole);
        var sampled = Earliest(Samples, first, second, told?.Block ?? whole);
        if ((told ?? sampled) is null) return null;
        var at = Math.Min(told?.Block ?? long.MaxValue, sampled?.Block ?? long.MaxValue);
        var start = first.Ask("SELECT min(block) FROM blocks", row => row.IsDBNull(0) ? at : row.GetInt64(0)).Single();
        return new FirstDifference(new Block(at), (at - start) / (double)Block.PerDay, told);
    }

    /// <summary>The last block of which a record has everything for sure: all but the last one, where its writer was stopped.</summary>
    private static long WholeUpTo(RunReader run, SqliteConnection record) => run.State == RunState.Ok ? long.MaxValue
        : Events.Where(table => record.Has(table)).Max(table => record.Ask($"SELECT ifnull(max(block), 0) FROM {table}", row => row.GetInt64(0)).Single()) - 1;

    /// <summary>Of several tables; what one of them finds bounds the search in the next.</summary>
    private static DifferingRow? Earliest(ImmutableArray<string> tables, SqliteConnection a, SqliteConnection b, long until)
    {
        DifferingRow? earliest = null;
        foreach (var table in tables)
            if (In(table, a, b, earliest?.Block ?? until) is { } found && (earliest is null || (found.Block, found.Number).CompareTo((earliest.Block, earliest.Number)) < 0))
                earliest = found;
        return earliest;
    }

    private static DifferingRow? In(string table, SqliteConnection a, SqliteConnection b, long until)
    {
        if (ColumnsOf(table, a, b) is not { Count: > 0 } columns) return null;
        var sql = FormattableString.Invariant($"SELECT {string.Join(", ", columns)} FROM {table} WHERE block <= {until} ORDER BY {(table is "pools" or "kinds" or "prices" ? "block, netuid" : table is "blocks" ? "block" : "rowid")}");
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
