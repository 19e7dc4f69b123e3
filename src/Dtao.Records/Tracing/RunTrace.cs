using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Tracing;

/// <summary>The links of a run, from wherever they are on record; the first source that knows one tells it.</summary>
public sealed class RunTrace(IReadOnlyList<ITrace> sources) : ITrace
{
    public TracedEvent? Find(EventId id) => sources.Select(source => source.Find(id)).FirstOrDefault(found => found is not null);

    public Effects EffectsOf(IReadOnlySet<EventId> causes, Block from, int most)
    {
        var parts = sources.Select(source => source.EffectsOf(causes, from, most)).ToArray();
        var events = parts.SelectMany(part => part.Events).DistinctBy(link => link.Id).OrderBy(link => link.Block).ThenBy(link => link.Id.Number).ToArray();
        return new Effects([.. events.Take(most)], parts.All(part => part.IsAll) && events.Length <= most, parts.Max(part => part.LookedTo?.Height) is { } height ? new Block(height) : null);
    }

    public void Dispose()
    {
        foreach (var source in sources) source.Dispose();
    }
}
