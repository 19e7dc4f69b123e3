using Akka.Actor;
using Dtao.Agents.Actors;
using Dtao.Agents.Conversation;
using Dtao.Agents.Tests.Running;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Agents.Tests.Actors;

/// <summary>Three agents: 1 and 2 hear 0.</summary>
public sealed class The_forum : ActorSpec
{
    private readonly TestProbe clock;
    private readonly IActorRef forum;

    public The_forum()
    {
        clock = CreateTestProbe();
        var plan = new SmallWorld().With("crowd", 3, () => new Scripted((_, _) => Intent.None)).Plan(listeners: seat => seat == 0 ? [1, 2] : []);
        forum = ActorOf<Forum>(plan, clock.Ref);
    }

    [Fact]
    public void takes_a_blocks_posts_to_those_who_hear_them_in_the_next_one()
    {
        Closes(1001, new Post(new NetUid(1), Topic.PriceChange, 0.7));
        Assert.Equal([1, 2], clock.ExpectMsg<BlockDone>().Listeners.Select(l => l.Seat));
        Opens(1002, [2, 0]);
        var ready = clock.ExpectMsg<BlockReady>();
        Assert.Equal((new Block(1001), 0.7), (Assert.Single(ready.Feeds[0].Posts).Posted, ready.Feeds[0].Posts[0].Value));
        Assert.Empty(ready.Feeds[1].Posts);
    }

    [Fact]
    public void keeps_what_a_sleeper_has_heard_until_it_wakes_and_hands_it_over_once()
    {
        Closes(1001, new Post(new NetUid(1), Topic.Holding, 0.1));
        Closes(1002, new Post(new NetUid(1), Topic.Holding, 0.2));
        clock.ExpectMsg<BlockDone>();
        clock.ExpectMsg<BlockDone>();
        Opens(1003, [1]);
        Assert.Equal([0.1, 0.2], clock.ExpectMsg<BlockReady>().Feeds[0].Posts.Select(post => post.Value));
        Opens(1004, [1]);
        Assert.Empty(clock.ExpectMsg<BlockReady>().Feeds[0].Posts);
    }

    [Fact]
    public void passes_opening_and_close_on_as_they_are()
    {
        var opened = Opens(1001, [0]);
        Assert.Same(opened, clock.ExpectMsg<BlockReady>().Opened);
        var closed = Closes(1001);
        Assert.Same(closed, clock.ExpectMsg<BlockDone>().Closed);
    }

    private BlockOpened Opens(long block, int[] wakers)
    {
        var statements = wakers.Select(seat => new Statement(new AccountId(seat), Tao.Zero, [])).ToArray();
        var opened = new BlockOpened(new Block(block), [.. wakers], new MarketView(new Block(block - 1), [], Tao.Zero, Tao.Zero), new Owned(statements));
        forum.Tell(opened);
        return opened;
    }

    private BlockClosed Closes(long block, params Post[] posts)
    {
        var closed = new BlockClosed(new Block(block), [], [.. posts.Select(post => new SeatPost(0, post))], [], BlockSignals.Quiet);
        forum.Tell(closed);
        return closed;
    }
}
