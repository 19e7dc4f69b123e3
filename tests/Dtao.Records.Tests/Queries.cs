using Dtao.Records.Reading;

namespace Dtao.Records.Tests;

internal static class Queries
{
    public static object? Scalar(this RunReader run, string sql)
    {
        using var connection = run.OpenDatabase();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public static List<T> Query<T>(this RunReader run, string sql, Func<Microsoft.Data.Sqlite.SqliteDataReader, T> read)
    {
        using var connection = run.OpenDatabase();
        return connection.Ask(sql, read);
    }
}
