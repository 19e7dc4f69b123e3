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
}
