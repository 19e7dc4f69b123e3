using System.Text;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Database;

/// <summary>
/// Rows for a table, their values given in the order of the columns. They are kept until there are many or until they are flushed:
/// opening a table and finding its end costs SQLite more than a row.
/// </summary>
internal sealed class Insert(SqliteConnection connection, string table, int columns) : IDisposable
{
    /// <summary>Rows that are written together.</summary>
    private const int Many = 32;

    private readonly InsertStatement one = new(connection, table, columns, rows: 1);
    private readonly Cell[] cells = new Cell[Many * columns];
    private InsertStatement? many;
    private byte[] text = new byte[4096];
    private int given, written;

    public Insert Value(long number) => Value(Cell.Whole(number));

    public Insert Value(bool yes) => Value(yes ? 1L : 0L);

    /// <summary>A number that is not finite becomes NULL or SQLite's infinity.</summary>
    public Insert Value(double number) => Value(Cell.Real(number));

    /// <exception cref="OverflowException">Above 2⁶³ − 1, which no supply reaches.</exception>
    public Insert Value(Tao amount) => Value((long)amount.Rao);

    /// <inheritdoc cref="Value(Tao)"/>
    public Insert Value(Alpha amount) => Value((long)amount.Rao);

    public Insert Value(string words) => Text(Encoding.UTF8.GetBytes(words, Room(Encoding.UTF8.GetMaxByteCount(words.Length))));

    public Insert Value(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        return Text(utf8.Length);
    }

    public Insert Value(EventId id) => id.IsNone ? Nothing() : Text(id.WriteTo(Room(EventId.MaxLength)));

    public Insert Value(in RunEvent named) => Value(named.Id).Value(named.Cause).Value(named.Root);

    /// <summary>The same of an order's end, with what prompted the order.</summary>
    public Insert Value(in RunEvent named, Settled settled) => Value(named).Value(settled.Prompt);

    public Insert Nothing() => Value(Cell.Nothing);

    /// <summary>Ends the row.</summary>
    public void Run()
    {
        if (given % columns != 0) throw new InvalidOperationException($"A row of {table} lacks a value or has one too many.");
        if (given < cells.Length) return;
        (given, written) = (0, 0); // be they written or refused, they are not written again
        (many ??= new InsertStatement(connection, table, columns, Many)).Run(cells, text);
    }

    /// <summary>Writes the rows that were kept; one that was not ended is none.</summary>
    public void Flush()
    {
        var ended = given - given % columns;
        (given, written) = (0, 0);
        for (var row = 0; row < ended; row += columns) one.Run(cells.AsSpan(row, columns), text);
    }

    public void Dispose()
    {
        one.Dispose();
        many?.Dispose();
    }

    private Insert Value(Cell cell)
    {
        cells[given++] = cell;
        return this;
    }

    /// <summary>A text that has been put where there was room.</summary>
    private Insert Text(int length)
    {
        written += length;
        return Value(Cell.Text(written - length, length));
    }

    private Span<byte> Room(int bytes)
    {
        if (text.Length - written < bytes) Array.Resize(ref text, Math.Max(text.Length * 2, written + bytes));
        return text.AsSpan(written);
    }
}
