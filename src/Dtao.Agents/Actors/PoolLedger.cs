using Akka.Actor;
using Dtao.Agents.Conversation;
using Dtao.Agents.Lanes;
using Dtao.Agents.Running;
using Dtao.Agents.Settling;

namespace Dtao.Agents.Actors;

/// <summary>Owns the economy: opens its blocks, counts the intents in, settles them, and passes on what happened.</summary>
public sealed class PoolLedger(RunPlan plan, IActorRef forum, IActorRef recorder) : LaneActor
{
    private readonly BlockSettlement settlement = new(plan);
    private IActorRef[] agents = [];

    protected override void OnReceive(object message)
    {
        using var stay = RunProfile.In(plan.Profile, RunPhase.Settling);
        switch (message)
        {
            case AgentIntent intent:
                if (settlement.Take(intent)) Close();
                break;
            case OpenBlock open:
                var opened = settlement.Open(open);
                if (open.Wakers.IsEmpty) Close();
                else forum.Tell(opened, ActorRefs.NoSender);
                break;
            case MeetAgents meet:
                agents = [.. meet.Agents];
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Close()
    {
        var (closed, batch, heard) = settlement.Close();
        foreach (var (seat, outcome) in heard.AsSpan()) agents[seat].Tell(outcome, ActorRefs.NoSender);
        if (batch is not null) recorder.Tell(batch, ActorRefs.NoSender);
        forum.Tell(closed, ActorRefs.NoSender);
    }
}

/// <summary>Supervisor → ledger: whom to tell of fills, by seat.</summary>
public sealed record MeetAgents(IReadOnlyList<IActorRef> Agents);
