using Akka.Actor;
using Dtao.Agents.Conversation;
using Dtao.Agents.Lanes;
using Dtao.Agents.Running;
using Dtao.Agents.Waking;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Agents.Actors;

/// <summary>Opens block after block, wakes those who are due, and says when the last block is done.</summary>
public sealed class BlockClock : LaneActor
{
    private readonly RunPlan plan;
    private readonly LaneProgress progress;
    private readonly WakeBook book;
    private IActorRef ledger = ActorRefs.Nobody;
    private Addresses agents = Addresses.None;
    private BlockReady? waking;
    private int told;

    public BlockClock(RunPlan plan, LaneProgress progress)
    {
        (this.plan, this.progress) = (plan, progress);
        book = new WakeBook(plan.Seats.Count);
        foreach (var seat in plan.Seats) book.Request(seat.Index, plan.Genesis, [When.In(plan.Genesis, seat.FirstWake)]);
    }

    protected override void OnReceive(object message)
    {
        using var stay = RunProfile.In(plan.Profile, RunPhase.Waking);
        switch (message)
        {
            case StartClock start:
                (ledger, agents) = (start.Ledger, new Addresses(start.Agents));
                plan.Profile?.Start();
                Open(plan.Genesis + 1);
                break;
            case BlockReady ready: (waking, told) = (ready, 0); WakeGroup(); break;
            case NextGroup: WakeGroup(); break;
            case BlockDone done: Finish(done); break;
            default: Unhandled(message); break;
        }
    }

    private void Open(Block block)
    {
        progress.Reach(block.Height);
        var wakers = book.Wakers(block);
        agents.FetchAddresses(Addresses.FirstGroup(wakers.AsSpan()));
        ledger.Tell(new OpenBlock(block, wakers, book.WaitsForPrices), ActorRefs.NoSender);
    }

    private void WakeGroup()
    {
        var opened = waking!.Opened;
        opened.Statements.Fetch(told, Addresses.FirstGroup(opened.Wakers.AsSpan()[told..]).Length);
        if (agents.TellGroup(opened.Wakers.AsSpan(), ref told, place => new Wake(waking, place))) Self.Tell(NextGroup.Instance, ActorRefs.NoSender);
    }

    private void Finish(BlockDone done)
    {
        if (progress.IsHalted) return;
        var closed = done.Closed;
        book.Take(closed.Requests.AsSpan(), closed.Block);
        book.Note(closed, done.Listeners);
        if (closed.Block >= plan.LastBlock || plan.Stop.IsCancellationRequested) Context.Parent.Tell(new LastBlockDone(closed.Block), Self);
        else Open(closed.Block + 1);
    }
}

/// <summary>Supervisor → clock: begin.</summary>
public sealed record StartClock(IActorRef Ledger, IReadOnlyList<IActorRef> Agents);

/// <summary>Clock → supervisor: no block follows.</summary>
public sealed record LastBlockDone(Block Block);
