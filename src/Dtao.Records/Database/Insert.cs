using System.Diagnostics.CodeAnalysis;
using System.Text;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dtao.Records.Database;

/// <summary>
/// A prepared insert whose values are given in the order of the columns.
/// Binds through SQLite's own functions, since a command object with named parameters costs several times the insert.
/// </summary>
internal sealed class Insert : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly nint places;
    private readonly byte[] text = new byte[EventId.MaxLength];
    private int bound;

    public Insert(SqliteConnection connection, string table, int columns)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The database is closed.");
        var marks = string.Join(',', Enumerable.Repeat('?', columns));
        Check(raw.sqlite3_prepare_v2(database, $"INSERT INTO {table} VALUES ({marks})", out statement));
        places = statement.DangerousGetHandle();
    }

    public Insert Value(long number) => Bound(Binding.Int64(places, ++bound, number));

    public Insert Value(bool yes) => Value(yes ? 1L : 0L);

    /// <summary>A number that is not finite becomes NULL or SQLite's infinity.</summary>
    public Insert Value(double number) => Bound(Binding.Double(places, ++bound, number));

    /// <exception cref="OverflowException">Above 2⁶³ − 1, which no supply reaches.</exception>
    public Insert Value(Tao amount) => Value((long)amount.Rao);

    /// <inheritdoc cref="Value(Tao)"/>
    public Insert Value(Alpha amount) => Value((long)amount.Rao);

    public Insert Value(string words) => Value(Encoding.UTF8.GetBytes(words));

    public Insert Value(ReadOnlySpan<byte> utf8) => Bound(Binding.Text(places, ++bound, utf8));

    public Insert Value(EventId id)
    {
        var length = id.WriteTo(text);
        return length == 0 ? Nothing() : Value(text.AsSpan(0, length));
    }

    public Insert Value(in RunEvent named) => Value(named.Id).Value(named.Cause).Value(named.Root);

    /// <summary>The same of an order's end, with what prompted the order.</summary>
    public Insert Value(in RunEvent named, Settled settled) => Value(named).Value(settled.Prompt);

    public Insert Nothing() => Bound(Binding.Null(places, ++bound));

    /// <summary>Writes the row.</summary>
    public void Run()
    {
        bound = 0;
        var result = raw.sqlite3_step(statement);
        var reset = raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE) Fail(reset == raw.SQLITE_OK ? result : reset);
    }

    public void Dispose() => statement.Dispose();

    private Insert Bound(int result)
    {
        Check(result);
        return this;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) Fail(result);
    }

    [DoesNotReturn]
    private void Fail(int result) => throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result);
}
