using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dtao.Records.Database;

/// <summary>
/// Where SQLite sorts what an index is made of. What fits is sorted in memory; the rest goes through files in the run's own folder, which have no
/// name from the moment they are opened, so that ten million rows take no more memory than one.
/// </summary>
internal static class Sorting
{
    /// <summary>Memory for sorting, KiB: enough for some hundred thousand trades.</summary>
    private const int MemoryKiB = 8 * 1024;

    /// <summary>SQLite knows one such folder for the whole process.</summary>
    private static readonly Lock Folder = new();

    public static void InFolderOf(string database, SqliteConnection connection, Action sort)
    {
        lock (Folder)
        {
            Tell(connection, $"PRAGMA temp_store_directory = '{Path.GetDirectoryName(database)!.Replace("'", "''", StringComparison.Ordinal)}'");
            Tell(connection, FormattableString.Invariant($"PRAGMA temp_store = FILE; PRAGMA cache_size = {-MemoryKiB}"));
            try
            {
                sort();
            }
            finally
            {
                Tell(connection, "PRAGMA temp_store = MEMORY; PRAGMA temp_store_directory = ''");
            }
        }
    }

    private static void Tell(SqliteConnection connection, string pragma)
    {
        var result = raw.sqlite3_exec(connection.Handle, pragma);
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, connection.Handle);
    }
}
