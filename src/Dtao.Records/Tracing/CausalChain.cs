using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Tracing;

/// <summary>An event, what brought it about up to the first link, and what it brought about.</summary>
/// <param name="Causes">The nearest first.</param>
/// <param name="Root">The first link where it lies further back than <paramref name="Causes"/> reach; null where it is among them, or the event itself.</param>
/// <param name="Effects">As a tree, each after what brought it about.</param>
/// <param name="HasMoreEffects">Whether some were left out.</param>
/// <param name="LookedTo">The block up to which effects were looked for; null where that is the end of the run.</param>
public sealed record CausalChain(
    TracedEvent Event, ImmutableArray<TracedEvent> Causes, TracedEvent? Root, ImmutableArray<Effect> Effects, bool HasMoreEffects, Block? LookedTo)
{
    /// <summary>A cause that is named and not on record, where the walk ends; none where it did not have to.</summary>
    public EventId Lost { get; init; }

    /// <summary>How many generations of effects are followed.</summary>
    private const int Generations = 4;

    /// <param name="most">Largest number of causes, and of effects.</param>
    public static CausalChain Of(ITrace trace, TracedEvent start, int most)
    {
        var causes = ImmutableArray.CreateBuilder<TracedEvent>();
        var link = start;
        while (!link.Cause.IsNone && causes.Count < most && trace.Find(link.Cause) is { } cause)
        {
            causes.Add(cause);
            link = cause;
        }
        var root = link.Cause.IsNone ? null : trace.Find(link.Root);
        var (effects, isAll, lookedTo) = Below(trace, start, most);
        return new CausalChain(start, causes.DrainToImmutable(), root, effects, !isAll, lookedTo) { Lost = causes.Count < most ? link.Cause : EventId.None };
    }

    private static (ImmutableArray<Effect> Effects, bool IsAll, Block? LookedTo) Below(ITrace trace, TracedEvent start, int most)
    {
        var (all, isAll, lookedTo) = (new List<TracedEvent>(), true, (Block?)null);
        var generation = new HashSet<EventId> { start.Id };
        for (var i = 0; i < Generations && generation.Count > 0 && all.Count < most; i++)
        {
            var next = trace.EffectsOf(generation, start.Block, most - all.Count);
            all.AddRange(next.Events);
            isAll &= next.IsAll;
            lookedTo = next.LookedTo ?? lookedTo;
            generation = [.. next.Events.Select(link => link.Id)];
        }
        if (all.Count >= most && generation.Count > 0) isAll = isAll && trace.EffectsOf(generation, start.Block, 1).Events.Count == 0;
        return ([.. Tree(start.Id, 1, all.ToLookup(link => link.Cause))], isAll, lookedTo);
    }

    private static IEnumerable<Effect> Tree(EventId of, int depth, ILookup<EventId, TracedEvent> byCause) =>
        byCause[of].SelectMany(link => Tree(link.Id, depth + 1, byCause).Prepend(new Effect(link, depth)));
}

/// <param name="Depth">1 where the event itself brought it about.</param>
public readonly record struct Effect(TracedEvent Event, int Depth);
