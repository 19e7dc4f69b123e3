using System.Runtime.InteropServices;
using Dtao.Records.Database;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dtao.Records.Reading;

/// <summary>Reads hundreds of thousands of rows of numbers through SQLite's own functions: a data reader costs more for a value than SQLite does for the row.</summary>
internal static class Scan
{
    /// <summary>Every row of a question without parameters, in its order. A row is gone when the next one comes.</summary>
    /// <exception cref="SqliteException">The question is no SQL, or the database cannot be read.</exception>
    public static IEnumerable<NumberRow> Rows(this SqliteConnection run, string sql)
    {
        var database = run.Handle ?? throw new InvalidOperationException("The database is closed.");
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out var statement), database);
        using (statement)
        {
            var row = new NumberRow(statement.DangerousGetHandle());
            int result;
            while ((result = Binding.Step(row.Statement)) == raw.SQLITE_ROW) yield return row;
            if (result != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(result, database);
        }
    }

    /// <summary>Every row as it is: <see cref="long"/>, <see cref="double"/>, text, or empty text for NULL.</summary>
    public static IEnumerable<object[]> Cells(this SqliteConnection run, string sql, int columns)
    {
        foreach (var row in run.Rows(sql))
        {
            var cells = new object[columns];
            for (var i = 0; i < columns; i++) cells[i] = row.Cell(i);
            yield return cells;
        }
    }
}

/// <summary>A row of a statement that is alive and has been stepped to it.</summary>
internal readonly partial record struct NumberRow(nint Statement)
{
    private const string Library = "e_sqlite3";

    public long Whole(int column) => Whole(Statement, column);

    public double Real(int column) => Real(Statement, column);

    /// <summary>Whatever stands there; empty text for NULL.</summary>
    public object Cell(int column) => TypeOf(Statement, column) switch
    {
        raw.SQLITE_INTEGER => Whole(column),
        raw.SQLITE_FLOAT => Real(column),
        raw.SQLITE_NULL => "",
        _ => Marshal.PtrToStringUTF8(Text(Statement, column))!,
    };

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    private static partial long Whole(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_double"), SuppressGCTransition]
    private static partial double Real(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    private static partial int TypeOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_text"), SuppressGCTransition]
    private static partial nint Text(nint statement, int column);
}
