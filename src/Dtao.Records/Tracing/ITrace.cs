using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Tracing;

/// <summary>Where the links of a run's chains can be looked up: its database, or its log.</summary>
public interface ITrace : IDisposable
{
    /// <summary>Null where it knows of none.</summary>
    TracedEvent? Find(EventId id);

    /// <summary>What the given events brought about at once, in the order in which it happened.</summary>
    /// <param name="from">The block from which on to look.</param>
    Effects EffectsOf(IReadOnlySet<EventId> causes, Block from, int most);
}

/// <param name="IsAll">Whether there are no more, as far as was looked.</param>
/// <param name="LookedTo">The block up to which it was looked; null where that is the end of the run.</param>
public sealed record Effects(IReadOnlyList<TracedEvent> Events, bool IsAll, Block? LookedTo);
