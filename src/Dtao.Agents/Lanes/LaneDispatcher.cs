using System.Collections.Concurrent;
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
    private readonly Queue<IRunnable> own = new();
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

    protected override void ExecuteTask(IRunnable run)
    {
        if (Thread.CurrentThread == thread)
        {
            own.Enqueue(run);
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
            while (own.TryDequeue(out var task)) task.Run();
            arrivals.Wait();
            while (fromOutside.TryDequeue(out var task)) task.Run();
        }
    }
}

/// <summary>Makes the one lane of an actor system; named in <see cref="Lane.Settings"/>.</summary>
public sealed class LaneDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites) : MessageDispatcherConfigurator(config, prerequisites)
{
    private LaneDispatcher? lane;

    public override MessageDispatcher Dispatcher() => lane ??= new LaneDispatcher(this, Config.GetInt("throughput"));
}
