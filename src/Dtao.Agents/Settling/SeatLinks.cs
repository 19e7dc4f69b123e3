using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Agents.Settling;

/// <summary>For each agent the last event of some kind on each subnet. An agent has to do with few subnets, so its entries are a short list.</summary>
internal sealed class SeatLinks(int seats)
{
    private readonly Entries[] entries = new Entries[seats];

    public void Note(int seat, NetUid netuid, CausalLink link) => entries[seat].Put(netuid, link);

    public CausalLink Of(int seat, NetUid netuid) => entries[seat].Of(netuid);

    /// <summary>Netuids close together, so that a look at all of them is one at a single piece of memory.</summary>
    private struct Entries
    {
        private const int FirstRoom = 4;

        private ushort[]? netuids;
        private CausalLink[] links;
        private int count;

        public readonly CausalLink Of(NetUid netuid) => PlaceOf(netuid) is >= 0 and var place ? links[place] : CausalLink.None;

        public void Put(NetUid netuid, CausalLink link)
        {
            var place = PlaceOf(netuid);
            if (place < 0) place = Add(netuid);
            links[place] = link;
        }

        private int Add(NetUid netuid)
        {
            if (netuids is null || count == netuids.Length)
            {
                var room = netuids is null ? FirstRoom : 2 * count;
                Array.Resize(ref netuids, room);
                Array.Resize(ref links!, room);
            }
            netuids[count] = netuid.Value;
            return count++;
        }

        private readonly int PlaceOf(NetUid netuid) => netuids.AsSpan(0, count).IndexOf(netuid.Value);
    }
}
