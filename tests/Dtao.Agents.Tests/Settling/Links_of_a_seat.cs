using Dtao.Agents.Settling;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Agents.Tests.Settling;

public sealed class Links_of_a_seat
{
    private readonly SeatLinks links = new(2);

    [Fact]
    public void are_none_before_anything_was_noted() => Assert.Equal(CausalLink.None, links.Of(0, new NetUid(3)));

    [Fact]
    public void are_the_last_ones_that_were_noted_on_a_subnet()
    {
        for (ushort round = 1; round <= 2; round++)
            for (ushort netuid = 0; netuid < 20; netuid++)
                links.Note(1, new NetUid(netuid), LinkOf(round * 100 + netuid));
        for (ushort netuid = 0; netuid < 20; netuid++) Assert.Equal(LinkOf(200 + netuid), links.Of(1, new NetUid(netuid)));
        Assert.Equal(CausalLink.None, links.Of(0, new NetUid(3)));
        Assert.Equal(CausalLink.None, links.Of(1, new NetUid(20)));
    }

    private static CausalLink LinkOf(long number) => new(EventId.Event(number), EventId.Event(number));
}
