using Dtao.Protocol.Units;

namespace Dtao.Records.Events;

/// <summary>Something that happened in a run.</summary>
/// <param name="Cause">The order or event that brought it about; none for what nobody brought about.</param>
/// <param name="Root">The first link of the chain of causes; itself where it has no cause.</param>
public readonly record struct RunEvent(EventId Id, EventId Cause, EventId Root, Block Block, RunFact Fact)
{
    /// <summary>An event that nobody brought about.</summary>
    public static RunEvent First(EventId id, Block block, RunFact fact) => new(id, EventId.None, id, block, fact);

    /// <summary>The end of an order that is its own root.</summary>
    public static RunEvent EndOf(EventId order, EventId id, Block block, Settled settled) => new(id, order, order, block, settled);
}
