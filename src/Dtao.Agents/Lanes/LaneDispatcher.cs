using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Configuration;
using Akka.Dispatch;

namespace Dtao.Agents.Lanes;

/// <summary>
/// Runs every actor of one run on one thread of its own. What the lane asks of itself goes through a plain queue;
/// only what arrives from outside (starting, stopping) pays for synchronisation.
/// </summary>
/// <remarks>Hand-offs between threads cost ten times a message on one thread; cores go to concurrent runs instead.</remarks>
public sealed class LaneDispatcher : MessageDispatcher
{
    private readonly LaneQueue own = new();
    private readonly ConcurrentQueue<IRunnable> fromOutside = new();
    private readonly SemaphoreSlim arrivals = new(0);
    private readonly Thread thread;
    private volatile bool closing;

    public LaneDispatcher(MessageDispatcherConfigurator configurator, int throughput) : base(configurator)
    {
        Throughput = throughput;
        thread = new Thread(Work) { IsBackground = true, Name = "lane" };
        thread.Start();
    }

    /// <summary>
    /// A message from the lane to the lane goes straight to its actor when its turn comes: on one thread, first in, first out,
    /// a mailbox would only be two more cache lines on the way.
    /// </summary>
    public override void Dispatch(ActorCell cell, Envelope envelope)
    {
        if (Thread.CurrentThread == thread) own.Enqueue(new Delivery(cell, envelope));
        else base.Dispatch(cell, envelope);
    }

    protected override void ExecuteTask(IRunnable run)
    {
        if (Thread.CurrentThread == thread)
        {
            own.Enqueue(new Delivery(Cell: null, new Envelope(run, ActorRefs.NoSender)));
            return;
        }
        fromOutside.Enqueue(run);
        arrivals.Release();
    }

    protected override void Shutdown()
    {
        closing = true;
        arrivals.Release();
    }

    private void Work()
    {
        while (!closing)
        {
            while (!own.IsEmpty) Run(own.Dequeue());
            InternalCurrentActorCellKeeper.Current = null;
            arrivals.Wait();
            while (fromOutside.TryDequeue(out var task)) task.Run();
        }
    }

    private static void Run(Delivery delivery)
    {
        if (delivery.Cell is not { } cell)
        {
            ((IRunnable)delivery.Envelope.Message).Run();
            return;
        }
        InternalCurrentActorCellKeeper.Current = cell; // What a mailbox does around a message, so that Context and Sender are there.
        cell.Invoke(delivery.Envelope);
    }
}

/// <summary>Makes the one lane of an actor system; named in <see cref="Lane.Settings"/>.</summary>
public sealed class LaneDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites) : MessageDispatcherConfigurator(config, prerequisites)
{
    private LaneDispatcher? lane;

    public override MessageDispatcher Dispatcher() => lane ??= new LaneDispatcher(this, Config.GetInt("throughput"));
}
