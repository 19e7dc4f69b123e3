using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Strategies.Sensing;

/// <summary>What an agent has heard since it last woke, oldest first. Bounded: the oldest posts are forgotten.</summary>
public sealed record Feed(ImmutableArray<Heard> Posts)
{
    public static Feed Silent { get; } = new([]);
}

/// <summary>A post as it is heard. It does not say who posted.</summary>
/// <param name="Of">Whom the fact is about, if it is about one account.</param>
public readonly record struct Heard(Block Posted, NetUid Netuid, Topic Topic, double Value, AccountId? Of = null);
