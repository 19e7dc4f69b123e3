using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Tracing;

/// <summary>The links of a run in its database, which every run has.</summary>
public sealed class DatabaseTrace : ITrace
{
    private readonly SqliteConnection run;
    private readonly List<TracedTable> tables = [];

    /// <exception cref="SqliteException">It has no database of a run, or too little is left of it.</exception>
    public DatabaseTrace(RunReader of)
    {
        run = of.OpenDatabase();
        try
        {
            foreach (var source in TraceSource.All.Where(source => source.Table != "transfers" || run.Has(source.Table))) tables.Add(new TracedTable(run, source));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public TracedEvent? Find(EventId id) => tables.Select(table => table.Find(id)).FirstOrDefault(found => found is not null);

    public Effects EffectsOf(IReadOnlySet<EventId> causes, Block from, int most)
    {
        var parts = tables.Select(table => table.EffectsOf(causes, from, most)).ToArray();
        var events = parts.SelectMany(part => part.Events).DistinctBy(link => link.Id).OrderBy(link => link.Block).ThenBy(link => link.Id.Number).ToArray();
        return new Effects([.. events.Take(most)], parts.All(part => part.IsAll) && events.Length <= most, parts.Min(part => part.LookedTo?.Height) is { } height ? new Block(height) : null);
    }

    public void Dispose()
    {
        foreach (var table in tables) table.Dispose();
        run.Dispose();
    }
}
