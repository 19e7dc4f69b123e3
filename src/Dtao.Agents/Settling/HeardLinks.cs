using Dtao.Agents.Talking;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Settling;

/// <summary>For each agent the last posting on each subnet that it has taken in. Who listens is told of most subnets, and often, so each has a place a netuid.</summary>
internal sealed class HeardLinks(int seats)
{
    private readonly BySubnet<CausalLink>?[] links = new BySubnet<CausalLink>?[seats];

    /// <summary>Places of whoever hears something: as many as anybody has needed so far, since all hear of the same subnets.</summary>
    private int places;

    public void Note(int seat, TracedFeed feed)
    {
        var own = links[seat] ??= new(CausalLink.None);
        own.MakeRoom(places);
        foreach (var notice in feed.Notices) own[notice.Heard.Netuid] = notice.Link;
        places = own.All.Length;
    }

    public CausalLink Of(int seat, NetUid netuid) => links[seat]?.Of(netuid) ?? CausalLink.None;
}
