using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Dtao.Agents.Lanes;

/// <summary>
/// A mailbox without locks for actors that only the lane itself tells: one slot for the message that waits almost always alone, a queue behind it.
/// An idle agent's share of the processor's cache is what limits a large run, so the queue is made only when a second message waits.
/// </summary>
public sealed class LaneMailbox(Settings settings, Config config) : MailboxType(settings, config)
{
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new PlainQueue();

    private sealed class PlainQueue : IMessageQueue
    {
        private Envelope first;
        private bool hasFirst;
        private Queue<Envelope>? rest;
#if DEBUG
        private Thread? lane;
#endif

        public bool HasMessages => hasFirst;

        public int Count => (hasFirst ? 1 : 0) + (rest?.Count ?? 0);

        public void Enqueue(IActorRef receiver, Envelope envelope)
        {
            CheckThread();
            if (!hasFirst)
            {
                first = envelope;
                hasFirst = true;
                return;
            }
            (rest ??= new Queue<Envelope>()).Enqueue(envelope);
        }

        public bool TryDequeue(out Envelope envelope)
        {
            CheckThread();
            envelope = first;
            if (!hasFirst) return false;
            hasFirst = rest is not null && rest.TryDequeue(out first);
            if (!hasFirst) first = default;
            return true;
        }

        public void CleanUp(IActorRef owner, IMessageQueue deadletters)
        {
            while (TryDequeue(out var envelope)) deadletters.Enqueue(owner, envelope);
        }

        [System.Diagnostics.Conditional("DEBUG")]
        private void CheckThread()
        {
#if DEBUG
            lane ??= Thread.CurrentThread;
            if (lane != Thread.CurrentThread && lane.IsAlive) throw new InvalidOperationException("A lane's plain mailbox was told from another thread.");
#endif
        }
    }
}
