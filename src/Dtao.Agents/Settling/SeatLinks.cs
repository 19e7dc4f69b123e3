using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Agents.Settling;

/// <summary>For each agent the last event of some kind on each subnet. An agent has to do with few subnets, so its entries are a short list.</summary>
internal sealed class SeatLinks(int seats)
{
    private readonly List<Entry>?[] entries = new List<Entry>?[seats];

    public void Note(int seat, NetUid netuid, CausalLink link)
    {
        var own = entries[seat] ??= [];
        var place = PlaceOf(own, netuid);
        if (place < 0) own.Add(new Entry(netuid, link));
        else own[place] = new Entry(netuid, link);
    }

    public CausalLink Of(int seat, NetUid netuid) => entries[seat] is { } own && PlaceOf(own, netuid) is >= 0 and var place ? own[place].Link : CausalLink.None;

    private static int PlaceOf(List<Entry> own, NetUid netuid)
    {
        for (var i = 0; i < own.Count; i++)
            if (own[i].Netuid == netuid)
                return i;
        return -1;
    }

    private readonly record struct Entry(NetUid Netuid, CausalLink Link);
}
