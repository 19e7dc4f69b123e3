using Akka.Actor;

namespace Dtao.Agents.Lanes;

/// <summary>An actor of a run. It never becomes another, so a message goes straight to its one receive and past the stack of behaviours.</summary>
public abstract class LaneActor : UntypedActor
{
    protected override bool AroundReceive(Receive receive, object message)
    {
        OnReceive(message);
        return true;
    }

    /// <summary>Has fetched what its next message will touch beside itself.</summary>
    internal virtual void FetchOwn()
    {
    }
}
