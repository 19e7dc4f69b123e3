using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dtao.Records.Queries;

/// <summary>Makes a connection one that cannot write: neither its own file, nor another that a statement names.</summary>
/// <remarks>
/// The file is opened read-only already. <c>ATTACH</c> and <c>VACUUM INTO</c> could still make files elsewhere, so SQLite asks here for every step of a statement
/// and is told no for all but reading.
/// </remarks>
internal static class OnlyReading
{
    private static readonly HashSet<string> Pragmas = new(["table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo"], StringComparer.OrdinalIgnoreCase);

    public static void Enforce(SqliteConnection connection)
    {
        using (var settings = connection.CreateCommand())
        {
            settings.CommandText = "PRAGMA temp_store = MEMORY; PRAGMA query_only = ON; PRAGMA trusted_schema = OFF;";
            settings.ExecuteNonQuery();
        }
        var database = connection.Handle ?? throw new InvalidOperationException("The database is closed.");
        raw.sqlite3_limit(database, raw.SQLITE_LIMIT_ATTACHED, 0);
        raw.sqlite3_set_authorizer(database, Allow, null);
    }

    private static int Allow(object? _, int action, string? name, string? argument, string? database, string? trigger) => action switch
    {
        raw.SQLITE_SELECT or raw.SQLITE_READ or raw.SQLITE_RECURSIVE => raw.SQLITE_OK,
        raw.SQLITE_FUNCTION when !string.Equals(argument, "load_extension", StringComparison.OrdinalIgnoreCase) => raw.SQLITE_OK,
        raw.SQLITE_PRAGMA when name is not null && Pragmas.Contains(name) => raw.SQLITE_OK,
        _ => raw.SQLITE_DENY,
    };
}
