using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Detectors;

/// <summary>What a detector saw while the run went by; who traded then is looked up when the run is over.</summary>
/// <param name="Value">How large, as a fraction; what of, its kind says.</param>
internal sealed record Sighting(string Kind, NetUid Netuid, Block From, Block To, double Value)
{
    /// <summary>Whom it is about; null where it is about a subnet.</summary>
    public AccountId? Account { get; init; }

    /// <summary>Epochs that show it, the first ones where there are many.</summary>
    public ImmutableArray<EventId> Epochs { get; init; } = [];

    /// <summary>Other events that show it.</summary>
    public ImmutableArray<EventId> Events { get; init; } = [];

    /// <summary>What else it found: numbers by name.</summary>
    public ImmutableArray<(string Name, double Value)> Numbers { get; init; } = [];
}
