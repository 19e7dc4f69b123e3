using System.Collections.Concurrent;
using Akka.Actor;

namespace Dtao.Agents.Tests.Actors;

/// <summary>One actor between probes, in the vocabulary of Akka.TestKit: a change to TestKit is a change of this base class.</summary>
public abstract class ActorSpec : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20), Silence = TimeSpan.FromMilliseconds(150);

    protected ActorSystem Sys { get; } = ActorSystem.Create("spec", "akka { loglevel = OFF, stdout-loglevel = OFF }");

    protected TestProbe CreateTestProbe() => new(Sys);

    protected IActorRef ActorOf<TActor>(params object[] arguments)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(typeof(TActor), arguments));

    public void Dispose()
    {
        Sys.Terminate().Wait(Patience);
        GC.SuppressFinalize(this);
    }

    /// <summary>Keeps what it is told until the test asks.</summary>
    protected sealed class TestProbe
    {
        private readonly BlockingCollection<object> told = [];

        internal TestProbe(ActorSystem system) => Ref = system.ActorOf(Props.Create(() => new Listener(told)));

        public IActorRef Ref { get; }

        public T ExpectMsg<T>() => told.TryTake(out var message, Patience) ? Assert.IsType<T>(message) : throw new TimeoutException($"No {typeof(T).Name} came.");

        public void ExpectNoMsg()
        {
            if (told.TryTake(out var message, Silence)) Assert.Fail($"Nobody expected {message}.");
        }
    }

    private sealed class Listener(BlockingCollection<object> told) : UntypedActor
    {
        protected override void OnReceive(object message) => told.Add(message);
    }
}
