using Dtao.Agents.Talking;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Settling;

/// <summary>For each agent the last posting on each subnet that it has taken in. Who listens is told of most subnets, and often, so each has a place a netuid.</summary>
internal sealed class HeardLinks(int seats)
{
    private readonly BySubnet<CausalLink>?[] links = new BySubnet<CausalLink>?[seats];

    public void Note(int seat, TracedFeed feed)
    {
        var own = links[seat] ??= new(CausalLink.None);
        foreach (var notice in feed.Notices) own[notice.Heard.Netuid] = notice.Link;
    }

    public CausalLink Of(int seat, NetUid netuid) => links[seat] is { } own && netuid.Value < own.All.Length ? own.All[netuid.Value] : CausalLink.None;
}
