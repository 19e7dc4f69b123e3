using Dtao.Agents.Talking;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Agents.Settling;

/// <summary>For each agent the last posting on each subnet that it has taken in. Who listens is told of most subnets, and often, so each has a place a netuid.</summary>
internal sealed class HeardLinks(int seats)
{
    private readonly CausalLink[]?[] links = new CausalLink[seats][];

    /// <summary>Places of whoever hears something for the first time: as many as anybody has needed so far, since all hear of the same subnets.</summary>
    private int places = 1;

    public void Note(int seat, TracedFeed feed)
    {
        foreach (var notice in feed.Notices) PlaceOf(seat, notice.Heard.Netuid) = notice.Link;
    }

    public CausalLink Of(int seat, NetUid netuid) => links[seat] is { } own && netuid.Value < own.Length ? own[netuid.Value] : CausalLink.None;

    private ref CausalLink PlaceOf(int seat, NetUid netuid)
    {
        places = Math.Max(places, netuid.Value + 1);
        ref var own = ref links[seat];
        if (own is null || netuid.Value >= own.Length) Array.Resize(ref own, places);
        return ref own[netuid.Value];
    }
}
