using Akka.Actor;
using Dtao.Agents.Actors;
using Dtao.Agents.Conversation;
using Dtao.Agents.Lanes;
using Dtao.Agents.Tests.Running;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Tests.Actors;

/// <summary>Many who are told on a lane: a group of them has worked before the next one is told. What is told and what is done stands in one list.</summary>
public sealed class A_crowd : IDisposable
{
    private const int Most = Addresses.MostInGroup, Crowd = 2 * Most + 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ActorSystem system = Lane.Open("crowd-spec");

    [Fact]
    public async Task Has_answered_as_far_as_it_was_woken_before_others_are_woken()
    {
        var end = new TaskCompletionSource<string>();
        system.ActorOf(Lane.Entry(Props.Create(() => new WakingHouse(end)))).Tell("begin");
        Assert.Equal(Groups('w', 'a'), await end.Task.WaitAsync(Patience));
    }

    [Fact]
    public async Task Has_taken_in_outcomes_as_far_as_it_was_told_them_before_it_is_told_more()
    {
        var end = new TaskCompletionSource<string>();
        system.ActorOf(Lane.Entry(Props.Create(() => new SettlingHouse(end)))).Tell("begin");
        Assert.Equal(Groups('h', 't'), await end.Task.WaitAsync(Patience));
    }

    public void Dispose() => system.Terminate().Wait(TimeSpan.FromSeconds(20));

    /// <summary>As many of the first as make up a group, then as many of the second, and so on until all have been.</summary>
    private static string Groups(char first, char second) =>
        string.Concat(Enumerable.Range(0, Crowd).Chunk(Most).Select(group => new string(first, group.Length) + new string(second, group.Length)));

    /// <summary>A clock between a ledger that wakes everybody at once and agents that answer: w for each wake, a for each answer.</summary>
    private sealed class WakingHouse(TaskCompletionSource<string> end) : LaneActor
    {
        private string seen = "";

        protected override void OnReceive(object message)
        {
            if (message is not "begin") return;
            var plan = new SmallWorld().With("crowd", Crowd, () => new Scripted((_, _) => Intent.None)).Plan();
            var clock = Context.ActorOf(Lane.Inside(Props.Create(() => new BlockClock(plan, new LaneProgress()))));
            var ledger = Context.ActorOf(Acting.As(told => Serve(told, clock)));
            clock.Tell(new StartClock(ledger, [.. Enumerable.Range(0, Crowd).Select(_ => Context.ActorOf(Acting.As(_ => Answer(ledger))))]));
        }

        private void Serve(object told, IActorRef clock)
        {
            if (told is OpenBlock open) clock.Tell(Ready(open));
            else Note('a');
        }

        private void Answer(IActorRef ledger)
        {
            Note('w');
            ledger.Tell("answer");
        }

        private void Note(char what)
        {
            seen += what;
            if (seen.Count(one => one == 'a') == Crowd) end.SetResult(seen);
        }

        private static BlockReady Ready(OpenBlock open) => new(
            new BlockOpened(open.Block, open.Wakers, new MarketView(open.Block, [], Tao.Zero, Tao.Zero), new Owned([.. open.Wakers.Select(seat => new Statement(new AccountId(seat), Tao.Zero, []))])),
            [.. open.Wakers.Select(_ => Feed.Silent)]);
    }

    /// <summary>A ledger that fills many orders of one agent, which reminds itself of each: h for each outcome that it hears, t for each that it then takes in.</summary>
    private sealed class SettlingHouse(TaskCompletionSource<string> end) : LaneActor
    {
        private string seen = "";

        protected override void OnReceive(object message)
        {
            if (message is not "begin") return;
            var plan = new SmallWorld().With("crowd", 1, () => new Eager()).Plan();
            var deaf = Context.ActorOf(Acting.As(_ => { }));
            var ledger = Context.ActorOf(Lane.Inside(Props.Create(() => new PoolLedger(plan, deaf, deaf))));
            IActorRef agent = ActorRefs.Nobody;
            agent = Context.ActorOf(Acting.As(told => Hear(told, agent)));
            ledger.Tell(new MeetAgents([agent]));
            ledger.Tell(new OpenBlock(new Block(1001), [0], PricesWanted: false));
            var order = new Stake(plan.Seats[0].Account, new NetUid(1), plan.Seats[0].Delegate, Tao.Of(0.5m));
            ledger.Tell(new AgentIntent(0, Intent.Of([.. Enumerable.Repeat(order, Crowd)]), Fault: null));
        }

        private void Hear(object told, IActorRef self)
        {
            if (told is Staked) self.Tell("take it in");
            seen += told is Staked ? 'h' : 't';
            if (seen.Count(one => one == 't') == Crowd) end.SetResult(seen);
        }
    }

    private sealed class Acting(Action<object> act) : LaneActor
    {
        public static Props As(Action<object> act) => Lane.Inside(Props.Create(() => new Acting(act)));

        protected override void OnReceive(object message) => act(message);
    }

    private sealed class Eager : IStrategy, IHearsFills
    {
        public Intent Decide(Sight sight, Dice dice) => Intent.None;

        public void Hear(Outcome outcome)
        {
        }
    }
}
