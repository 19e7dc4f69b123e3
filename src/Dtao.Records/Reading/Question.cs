using Microsoft.Data.Sqlite;

namespace Dtao.Records.Reading;

/// <summary>Questions to a run's database.</summary>
internal static class Question
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
}
