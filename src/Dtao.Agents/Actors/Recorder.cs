using Dtao.Agents.Lanes;
using Dtao.Agents.Running;
using Dtao.Records.Events;

namespace Dtao.Agents.Actors;

/// <summary>Hands each block's batch of events to whoever keeps them; a failure there stops the run.</summary>
public sealed class Recorder(RunPlan plan) : LaneActor
{
    protected override void OnReceive(object message)
    {
        using var stay = RunProfile.In(plan.Profile, RunPhase.Recording);
        if (message is BlockBatch batch) plan.Sink!.Take(batch);
        else Unhandled(message);
    }
}
