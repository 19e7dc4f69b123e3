using Akka.Actor;
using Dtao.Agents.Conversation;
using Dtao.Agents.Lanes;
using Dtao.Agents.Running;
using Dtao.Agents.Waking;
using Dtao.Protocol.Memory;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Agents.Actors;

/// <summary>Opens block after block, wakes those who are due, and says when the last block is done.</summary>
public sealed class BlockClock : LaneActor
{
    private const int AddressesAhead = 4, CellsAhead = 2;

    private readonly RunPlan plan;
    private readonly LaneProgress progress;
    private readonly WakeBook book;
    private IActorRef ledger = ActorRefs.Nobody;
    private IActorRef[] agents = [];

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
                (ledger, agents) = (start.Ledger, [.. start.Agents]);
                plan.Profile?.Start();
                Open(plan.Genesis + 1);
                break;
            case BlockReady ready: WakeAll(ready); break;
            case BlockDone done: Finish(done); break;
            default: Unhandled(message); break;
        }
    }

    private void Open(Block block)
    {
        progress.Reach(block.Height);
        ledger.Tell(new OpenBlock(block, book.Wakers(block), book.WaitsForPrices), ActorRefs.NoSender);
    }

    private void WakeAll(BlockReady ready)
    {
        var wakers = ready.Opened.Wakers.AsSpan();
        for (var i = 0; i < wakers.Length; i++)
        {
            FetchNext(wakers[i..]);
            agents[wakers[i]].Tell(new Wake(ready, i), ActorRefs.NoSender);
        }
    }

    /// <summary>Whoever is told next but a few is fetched into the cache by then: its address first, and then its cell.</summary>
    private void FetchNext(ReadOnlySpan<int> wakers)
    {
        if (wakers.Length < LaneQueue.Many) return;
        CacheLines.Fetch(agents[wakers[AddressesAhead]], lines: 1);
        if (agents[wakers[CellsAhead]] is LocalActorRef local) CacheLines.Fetch(local.Cell, LaneQueue.CellLines);
    }

    private void Finish(BlockDone done)
    {
        if (progress.IsHalted) return;
        var closed = done.Closed;
        foreach (ref readonly var request in closed.Requests.AsSpan())
        {
            if (request.Silenced) book.Silence(request.Seat);
            else book.Request(request.Seat, closed.Block, request.Conditions);
        }
        book.Note(closed, done.Listeners);
        if (closed.Block >= plan.LastBlock || plan.Stop.IsCancellationRequested) Context.Parent.Tell(new LastBlockDone(closed.Block), Self);
        else Open(closed.Block + 1);
    }
}

/// <summary>Supervisor → clock: begin.</summary>
public sealed record StartClock(IActorRef Ledger, IReadOnlyList<IActorRef> Agents);

/// <summary>Clock → supervisor: no block follows.</summary>
public sealed record LastBlockDone(Block Block);
