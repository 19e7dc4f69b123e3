using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Tracing;

/// <summary>
/// The links of a run, from wherever they are on record; the first source that knows one tells it. The database knows every event and order;
/// hearings and payments stand in the log alone, and all of it where the database is damaged.
/// </summary>
public sealed class RunTrace : ITrace
{
    private readonly List<ITrace> sources = [];
    private readonly string database;
    private readonly Action<string> note;

    /// <param name="run">In whatever state it is.</param>
    /// <param name="note">Told when the database is given up, at the beginning or later.</param>
    public RunTrace(RunReader run, Action<string> note)
    {
        (database, this.note) = (run.PathOf(RunLayout.Database), note);
        if (File.Exists(database)) AddDatabase(run);
        if (File.Exists(run.PathOf(RunLayout.Events))) sources.Add(new LogTrace(run.PathOf(RunLayout.Events)));
    }

    public TracedEvent? Find(EventId id) => Asked(source => source.Find(id)).FirstOrDefault(found => found is not null);

    public Effects EffectsOf(IReadOnlySet<EventId> causes, Block from, int most)
    {
        var parts = Asked(source => source.EffectsOf(causes, from, most)).ToArray();
        var events = parts.SelectMany(part => part.Events).DistinctBy(link => link.Id).OrderBy(link => link.Block).ThenBy(link => link.Id.Number).ToArray();
        return new Effects([.. events.Take(most)], parts.All(part => part.IsAll) && events.Length <= most, parts.Max(part => part.LookedTo?.Height) is { } height ? new Block(height) : null);
    }

    public void Dispose()
    {
        foreach (var source in sources) source.Dispose();
    }

    private void AddDatabase(RunReader run)
    {
        try
        {
            sources.Add(new DatabaseTrace(run));
        }
        catch (Exception damaged) when (damaged is SqliteException or InvalidDataException)
        {
            GiveUp(damaged);
        }
    }

    /// <summary>What each source answers, one after the other as they are wanted; pages of a torn database may turn out unreadable at any time.</summary>
    private IEnumerable<T> Asked<T>(Func<ITrace, T> ask)
    {
        foreach (var source in sources.ToArray())
        {
            T answer;
            try
            {
                answer = ask(source);
            }
            catch (SqliteException damaged)
            {
                sources.Remove(source);
                source.Dispose();
                GiveUp(damaged);
                continue;
            }
            yield return answer;
        }
    }

    private void GiveUp(Exception damaged) => note($"{database} cannot be read ({(damaged.InnerException ?? damaged).Message}); the log is.");
}
