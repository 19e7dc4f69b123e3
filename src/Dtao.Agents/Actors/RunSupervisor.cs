using Akka.Actor;
using Dtao.Agents.Lanes;
using Dtao.Agents.Running;

namespace Dtao.Agents.Actors;

/// <summary>
/// Parent of all actors of a run. Any failure ends the run: a restart would lose the failed actor's memory and leave the barrier waiting.
/// </summary>
public sealed class RunSupervisor(RunPlan plan, LaneProgress progress, TaskCompletionSource<RunEnd> end) : UntypedActor
{
    /// <summary>Nobody supervises the supervisor: what it throws itself would leave the run waiting for ever.</summary>
    protected override void PreStart()
    {
        try
        {
            OpenAll();
        }
        catch (Exception failure)
        {
            end.TrySetResult(new RunEnd(plan.Genesis, RunStop.Failed, failure));
        }
    }

    protected override void OnReceive(object message)
    {
        if (message is LastBlockDone done) end.TrySetResult(new RunEnd(done.Block, done.Block < plan.LastBlock ? RunStop.Cancelled : RunStop.Done, Failure: null));
        else Unhandled(message);
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(failure =>
    {
        progress.Halt();
        end.TrySetResult(new RunEnd(new(progress.Block), RunStop.Failed, failure));
        return Directive.Stop;
    });

    private void OpenAll()
    {
        var clock = Open<BlockClock>("clock", plan, progress);
        var forum = Open<Forum>("forum", plan, clock);
        var recorder = Open<Recorder>("recorder", plan);
        var ledger = Open<PoolLedger>("ledger", plan, forum, recorder);
        var agents = new IActorRef[plan.Seats.Count];
        foreach (var seat in plan.Seats) agents[seat.Index] = Open<AgentActor>(seat.Name, seat, plan.Seed, ledger, progress);
        ledger.Tell(new MeetAgents(agents));
        clock.Tell(new StartClock(ledger, agents));
    }

    private static IActorRef Open<TActor>(string name, params object[] arguments)
        where TActor : ActorBase => Context.ActorOf(Lane.Inside(Props.Create(typeof(TActor), arguments)), name);
}
