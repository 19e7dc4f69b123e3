using Dtao.Records.Events;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Database;

/// <summary>Postings, and the narrative in plain sentences.</summary>
internal sealed class TalkTables(SqliteConnection connection) : IDisposable
{
    private readonly Insert postings = new(connection, "postings", columns: 8);
    private readonly Insert events = new(connection, "events", columns: 7);

    public void Add(in RunEvent told, Posted posted) =>
        postings.Value(told.Block.Height).Value(posted.By.Index).Value(posted.Netuid.Value).Value(posted.Topic).Value(posted.Value).Value(told).Run();

    public void Add(in RunEvent told, string level, string kind, string sentence) =>
        events.Value(told.Block.Height).Value(level).Value(kind).Value(sentence).Value(told).Run();

    public void Dispose()
    {
        postings.Dispose();
        events.Dispose();
    }
}
