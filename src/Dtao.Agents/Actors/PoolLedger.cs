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
    private Addresses agents = Addresses.None;
    private SettledBlock settled;
    private int told;

    protected override void OnReceive(object message)
    {
        using var stay = RunProfile.In(plan.Profile, RunPhase.Settling);
        switch (message)
        {
            case AgentIntent intent:
                if (settlement.Take(intent)) Close();
                break;
            case NextGroup: TellGroup(); break;
            case OpenBlock open:
                var opened = settlement.Open(open);
                if (open.Wakers.IsEmpty) Close();
                else forum.Tell(opened, ActorRefs.NoSender);
                break;
            case MeetAgents meet:
                agents = new Addresses(meet.Agents);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Close()
    {
        (settled, told) = (settlement.Close(), 0);
        TellGroup();
    }

    private void TellGroup()
    {
        if (agents.TellGroup(settled.Hearers.AsSpan(), ref told, place => settled.Outcomes[place])) Self.Tell(NextGroup.Instance, ActorRefs.NoSender);
        else PassOn();
    }

    private void PassOn()
    {
        if (settled.Batch is { } batch) recorder.Tell(batch, ActorRefs.NoSender);
        forum.Tell(settled.Closed, ActorRefs.NoSender);
        settled = default; // The recorder may be done with the batch long before the next block closes.
    }
}

/// <summary>Supervisor → ledger: whom to tell of fills, by seat.</summary>
public sealed record MeetAgents(IReadOnlyList<IActorRef> Agents);
