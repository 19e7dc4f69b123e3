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
            int result;
            while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW) yield return new NumberRow(statement);
            if (result != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(result, database);
        }
    }

    /// <summary>Every row as it is: <see cref="long"/>, <see cref="double"/>, text, or empty text for NULL.</summary>
    public static IEnumerable<object[]> Cells(this SqliteConnection run, string sql, int columns)
    {
        foreach (var row in run.Rows(sql))
        {
            var cells = new object[columns];
            for (var i = 0; i < columns; i++) cells[i] = Cell(row.Statement, i);
            yield return cells;
        }
    }

    private static object Cell(sqlite3_stmt statement, int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
        raw.SQLITE_NULL => "",
        _ => raw.sqlite3_column_text(statement, column).utf8_to_string(),
    };
}

/// <summary>A row of numbers.</summary>
internal readonly record struct NumberRow(sqlite3_stmt Statement)
{
    public long Whole(int column) => raw.sqlite3_column_int64(Statement, column);

    public double Real(int column) => raw.sqlite3_column_double(Statement, column);
}
