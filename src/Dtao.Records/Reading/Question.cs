using Microsoft.Data.Sqlite;

namespace Dtao.Records.Reading;

/// <summary>Questions to a database.</summary>
public static class Question
{
    public static List<T> Ask<T>(this SqliteConnection run, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> given)
    {
        using var command = run.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in given) command.Parameters.AddWithValue(name, value);
        using var rows = command.ExecuteReader();
        var answers = new List<T>();
        while (rows.Read()) answers.Add(read(rows));
        return answers;
    }

    public static void Execute(this SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Whether a table is there with such columns: records of earlier versions lack some.</summary>
    public static bool Has(this SqliteConnection run, string table, params ReadOnlySpan<string> columns)
    {
        var there = run.Ask("SELECT name FROM pragma_table_info($table)", row => row.GetString(0), ("$table", table)).ToHashSet(StringComparer.Ordinal);
        foreach (var column in columns)
            if (!there.Contains(column))
                return false;
        return there.Count > 0;
    }
}
