using Dtao.Records.Events;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Tracing;

/// <summary>
/// The rows of a table of run.db by ids or blocks in one of its columns. Rows are written in their order, so that the place of one is found by
/// halving, and the run pays for no index.
/// </summary>
internal sealed class RowIds : IDisposable
{
    private readonly SqliteCommand at;
    private readonly SqliteParameter row;

    /// <param name="column"><c>id</c>, <c>block</c>, or <c>cause</c> where that is the order.</param>
    public RowIds(SqliteConnection run, string table, string column)
    {
        using var count = run.CreateCommand();
        count.CommandText = $"SELECT ifnull(max(rowid), 0) FROM {table}";
        Count = (long)count.ExecuteScalar()!;
        at = run.CreateCommand();
        at.CommandText = $"SELECT {column} FROM {table} WHERE rowid = $row";
        row = at.Parameters.Add("$row", SqliteType.Integer);
        at.Prepare();
    }

    /// <summary>Rows are numbered from 1 to this.</summary>
    public long Count { get; }

    /// <summary>The first row whose number is at least that of <paramref name="id"/>; one after the last where there is none.</summary>
    public long FirstFrom(long id)
    {
        var (low, high) = (1L, Count + 1);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (NumberAt(middle) < id) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    public bool Holds(long atRow, EventId id) => atRow <= Count && NumberAt(atRow) == id.Number;

    public void Dispose() => at.Dispose();

    private long NumberAt(long number)
    {
        row.Value = number;
        return at.ExecuteScalar() switch
        {
            string text when EventId.TryParse(text, out var id) => id.Number,
            long height => height,
            _ => 0,
        };
    }
}
