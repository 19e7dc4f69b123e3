using Microsoft.Data.Sqlite;

namespace Dtao.Records.Reading;

/// <summary>A database of a run or of a sweep, opened so that it cannot be written.</summary>
internal static class ReadOnlyDatabase
{
    /// <exception cref="SqliteException">There is no such file, or it cannot be opened.</exception>
    public static SqliteConnection Open(string path)
    {
        // A connection that is pooled keeps its file open when it is closed.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
