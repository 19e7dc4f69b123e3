namespace Dtao.Records.Events;

/// <summary>An event as a cause of later ones: its id, and the first link of the chain that it belongs to.</summary>
public readonly record struct CausalLink(EventId Id, EventId Root)
{
    /// <summary>Nobody brought it about.</summary>
    public static CausalLink None => default;

    public bool IsNone => Id.IsNone;

    /// <summary>The later of two events; one that is none comes before all.</summary>
    public static CausalLink Newer(CausalLink one, CausalLink other) => one.Id.Number >= other.Id.Number ? one : other;

    /// <summary>The root of an event that this brought about and that is called <paramref name="id"/>.</summary>
    public EventId RootOf(EventId id) => IsNone ? id : Root;
}
