using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dtao.Records.Queries;

/// <summary>One question to a run's or a sweep's database, answered row by row. It can only read.</summary>
public sealed class RunQuery : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly CancellationTokenRegistration stop;

    private RunQuery(SqliteConnection connection, string sql, CancellationToken stop)
    {
        this.connection = connection;
        OnlyReading.Enforce(connection);
        database = connection.Handle!;
        if (raw.sqlite3_prepare_v2(database, sql, out statement, out var rest) != raw.SQLITE_OK) throw Refusal();
        if (statement.IsInvalid) throw new QueryRefused("There is no question in it.");
        if (raw.sqlite3_stmt_readonly(statement) == 0) throw new QueryRefused("It would write: the database is only read.");
        if (!IsNothing(rest)) throw new QueryRefused("It is more than one statement.");
        Columns = [.. Enumerable.Range(0, raw.sqlite3_column_count(statement)).Select(i => raw.sqlite3_column_name(statement, i).utf8_to_string())];
        this.stop = stop.Register(() => raw.sqlite3_interrupt(database));
        Stop = stop;
    }

    public IReadOnlyList<string> Columns { get; }

    private CancellationToken Stop { get; }

    /// <param name="given">Values by the name of a parameter, <c>$netuid</c> for instance; a parameter that is not given is NULL.</param>
    /// <exception cref="QueryRefused">It is no question that can be answered.</exception>
    public static RunQuery Ask(RunReader run, string sql, IReadOnlyDictionary<string, long> given, CancellationToken stop = default)
    {
        if (!File.Exists(run.PathOf(RunLayout.Database))) throw new QueryRefused($"{run.Path} has no {RunLayout.Database}.");
        return Ask(run.OpenDatabase(), sql, given, stop);
    }

    /// <summary>The same of any database that this program writes.</summary>
    /// <param name="database">Its file.</param>
    public static RunQuery Ask(string database, string sql, IReadOnlyDictionary<string, long> given, CancellationToken stop = default) =>
        Ask(ReadOnlyDatabase.Open(database), sql, given, stop);

    private static RunQuery Ask(SqliteConnection opened, string sql, IReadOnlyDictionary<string, long> given, CancellationToken stop)
    {
        try
        {
            var query = new RunQuery(opened, sql, stop);
            query.Bind(given);
            return query;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The answer: null, long, double, string or byte[], a row at a time.</summary>
    /// <exception cref="QueryRefused">It cannot be answered after all.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IEnumerable<object?[]> Rows()
    {
        while (Step())
        {
            var row = new object?[Columns.Count];
            for (var i = 0; i < row.Length; i++) row[i] = Cell(i);
            yield return row;
        }
    }

    public void Dispose()
    {
        stop.Dispose();
        statement.Dispose();
        connection.Dispose();
    }

    private bool Step()
    {
        Stop.ThrowIfCancellationRequested();
        switch (raw.sqlite3_step(statement))
        {
            case raw.SQLITE_ROW: return true;
            case raw.SQLITE_DONE: return false;
            default:
                Stop.ThrowIfCancellationRequested();
                throw Refusal();
        }
    }

    private object? Cell(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
        raw.SQLITE_TEXT => raw.sqlite3_column_text(statement, column).utf8_to_string(),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, column).ToArray(),
        _ => null,
    };

    private void Bind(IReadOnlyDictionary<string, long> given)
    {
        for (var place = 1; place <= raw.sqlite3_bind_parameter_count(statement); place++)
            if (given.TryGetValue(raw.sqlite3_bind_parameter_name(statement, place).utf8_to_string() ?? "", out var value))
                raw.sqlite3_bind_int64(statement, place, value);
    }

    private QueryRefused Refusal()
    {
        var message = raw.sqlite3_errmsg(database).utf8_to_string();
        return new QueryRefused(raw.sqlite3_errcode(database) == raw.SQLITE_AUTH ? $"It would do more than read, and the database is only read ({message})." : $"SQLite says: {message}.");
    }

    private static bool IsNothing(string? rest)
    {
        foreach (var line in (rest ?? "").Split('\n'))
            if (line.Trim() is { Length: > 0 } words && !words.StartsWith("--", StringComparison.Ordinal))
                return words.Trim(';', ' ').Length == 0;
        return true;
    }
}
