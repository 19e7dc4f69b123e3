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
        var wakers = book.Wakers(block);
        foreach (var seat in wakers) CacheLines.Fetch(agents[seat], lines: 1);
        ledger.Tell(new OpenBlock(block, wakers, book.WaitsForPrices), ActorRefs.NoSender);
    }

    private void WakeAll(BlockReady ready)
    {
        var wakers = ready.Opened.Wakers.AsSpan();
        if (wakers.Length < LaneQueue.Many) FetchAll(wakers);
        for (var i = 0; i < wakers.Length; i++)
        {
            FetchNext(wakers[i..]);
            agents[wakers[i]].Tell(new Wake(ready, i), ActorRefs.NoSender);
        }
    }

    /// <summary>A few are fetched all at once, their cells first, then their actors, then what those need: one step to memory for all of them takes little longer than for one.</summary>
    private void FetchAll(ReadOnlySpan<int> wakers)
    {
        foreach (var seat in wakers) CacheLines.Fetch(CellOf(seat), LaneQueue.CellLines);
        foreach (var seat in wakers) LaneQueue.FetchActor(CellOf(seat));
        foreach (var seat in wakers) LaneQueue.FetchOwn(CellOf(seat));
    }

    private ActorCell? CellOf(int seat) => (agents[seat] as LocalActorRef)?.Cell;

    /// <summary>Whoever is told next but a few is fetched into the cache by then: its address first, and then its cell.</summary>
    private void FetchNext(ReadOnlySpan<int> wakers)
    {
        if (wakers.Length < LaneQueue.Many) return;
        CacheLines.Fetch(agents[wakers[AddressesAhead]], lines: 1);
        CacheLines.Fetch(CellOf(wakers[CellsAhead]), LaneQueue.CellLines);
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
