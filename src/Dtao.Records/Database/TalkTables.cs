using Dtao.Records.Events;
using Dtao.Records.Log;
using Serilog.Events;

namespace Dtao.Records.Database;

/// <summary>Postings, and the narrative in plain sentences.</summary>
internal sealed class TalkTables(Inserts inserts)
{
    private readonly Insert postings = inserts.Into("postings", columns: 8);
    private readonly Insert events = inserts.Into("events", columns: 9);

    public void Add(in RunEvent told, Posted posted) =>
        postings.Value(told.Block.Height).Value(posted.By.Index).Value(posted.Netuid.Value).Value(posted.Topic).Value(posted.Value).Value(told).Run();

    public void Add(in RunEvent told, LogEvent line)
    {
        events.Value(told.Block.Height).Value(line.Level.ToString()).Value((string)Of(line, "Ev")!);
        if (Of(line, "Netuid") is long netuid) events.Value(netuid);
        else events.Nothing();
        if (Of(line, "Agent") is string agent) events.Value(agent);
        else events.Nothing();
        events.Value(Sentence.Of(line)).Value(told).Run();
    }

    private static object? Of(LogEvent line, string name) => line.Properties.TryGetValue(name, out var value) ? ((ScalarValue)value).Value : null;
}
