using Dtao.Agents.Conversation;
using Dtao.Agents.Settling;
using Dtao.Agents.Talking;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Acting;

namespace Dtao.Agents.Tests.Settling;

public sealed class Links_of_what_was_heard
{
    private readonly HeardLinks links = new(3);
    private readonly Noticeboard board = new([[1, 2], [], []], capacity: 8);
    private long posted;

    [Fact]
    public void are_none_of_whoever_has_heard_nothing() => Assert.Equal(CausalLink.None, links.Of(1, new NetUid(4)));

    [Fact]
    public void are_the_last_postings_on_each_subnet()
    {
        Hears(1, netuid: 3);
        Hears(1, netuid: 5);
        var last = Hears(1, netuid: 3);
        Assert.Equal((last, LinkOf(2)), (links.Of(1, new NetUid(3)), links.Of(1, new NetUid(5))));
        Assert.Equal((CausalLink.None, CausalLink.None), (links.Of(1, new NetUid(4)), links.Of(1, new NetUid(6))));
        Assert.Equal(CausalLink.None, links.Of(2, new NetUid(3)));
    }

    [Fact]
    public void have_a_place_for_a_subnet_that_came_later_than_an_agent_first_heard_anything()
    {
        Hears(1, netuid: 2);
        Hears(2, netuid: 90);
        var late = Hears(1, netuid: 91);
        Assert.Equal((LinkOf(1), late), (links.Of(1, new NetUid(2)), links.Of(1, new NetUid(91))));
    }

    private CausalLink Hears(int seat, ushort netuid)
    {
        var link = LinkOf(++posted);
        board.Deliver(new Block(posted), [new SeatPost(0, new Post(new NetUid(netuid), Topic.Holding, 0.5), link)]);
        links.Note(seat, Assert.IsType<TracedFeed>(board.Collect(seat)));
        return link;
    }

    private static CausalLink LinkOf(long number) => new(EventId.Event(number), EventId.Event(number));
}
