using System.Collections.Immutable;
using Akka.Actor;
using Dtao.Agents.Conversation;
using Dtao.Agents.Lanes;
using Dtao.Agents.Running;
using Dtao.Agents.Talking;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Actors;

/// <summary>Stands between ledger and clock: hands wakers what they have heard, and takes the block's posts to those who listen.</summary>
public sealed class Forum(RunPlan plan, IActorRef clock) : LaneActor
{
    private readonly Noticeboard board = new(plan.Listeners, plan.FeedCapacity);
    private readonly List<Feed> feeds = [];

    protected override void OnReceive(object message)
    {
        using var stay = RunProfile.In(plan.Profile, RunPhase.Talk);
        switch (message)
        {
            case BlockOpened opened: clock.Tell(new BlockReady(opened, FeedsOf(opened.Wakers)), ActorRefs.NoSender); break;
            case BlockClosed closed: clock.Tell(new BlockDone(closed, board.Deliver(closed.Block, closed.Posts)), ActorRefs.NoSender); break;
            default: Unhandled(message); break;
        }
    }

    private List<Feed> FeedsOf(ImmutableArray<int> wakers)
    {
        feeds.Clear();
        foreach (var seat in wakers) feeds.Add(board.Collect(seat));
        return feeds;
    }
}
