using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dtao.Records.Database;

/// <summary>A prepared statement that inserts so many rows. One that fails leaves the rows before, as inserting them one by one would.</summary>
internal sealed class InsertStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly nint places;

    public InsertStatement(SqliteConnection connection, string table, int columns, int rows)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The database is closed.");
        var row = $"({string.Join(',', Enumerable.Repeat('?', columns))})";
        Check(raw.sqlite3_prepare_v2(database, $"INSERT OR FAIL INTO {table} VALUES {string.Join(',', Enumerable.Repeat(row, rows))}", out statement));
        places = statement.DangerousGetHandle();
    }

    /// <param name="text">In which the cells' texts stand; SQLite reads it there, and has done so when this returns.</param>
    public unsafe void Run(ReadOnlySpan<Cell> cells, ReadOnlySpan<byte> text)
    {
        ObjectDisposedException.ThrowIf(statement.IsClosed, this);
        fixed (byte* start = text)
        {
            for (var i = 0; i < cells.Length; i++) Check(cells[i].Bind(places, i + 1, (nint)start));
            var result = Binding.Step(places);
            var reset = Binding.Reset(places);
            if (result != raw.SQLITE_DONE) Fail(reset == raw.SQLITE_OK ? result : reset);
        }
    }

    public void Dispose() => statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) Fail(result);
    }

    [DoesNotReturn]
    private void Fail(int result) => throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result);
}
