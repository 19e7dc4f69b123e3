using Microsoft.Data.Sqlite;

namespace Dtao.Records.Database;

/// <summary>The inserts of a run's tables. Each holds rows back; whoever ends a transaction flushes them first.</summary>
internal sealed class Inserts(SqliteConnection connection) : IDisposable
{
    private readonly List<Insert> all = [];

    public Insert Into(string table, int columns)
    {
        var insert = new Insert(connection, table, columns);
        all.Add(insert);
        return insert;
    }

    public void Flush()
    {
        foreach (var insert in all) insert.Flush();
    }

    public void Dispose()
    {
        foreach (var insert in all) insert.Dispose();
    }
}
