using Akka.Actor;
using Dtao.Agents.Actors;
using Dtao.Agents.Conversation;
using Dtao.Agents.Lanes;
using Dtao.Agents.Running;
using Dtao.Agents.Tests.Running;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Tests.Actors;

/// <summary>The clock between a ledger and agents that the test plays, from block 1,001 on. All agents first wake in block 1,001.</summary>
public sealed class The_clock : ActorSpec
{
    private static readonly MarketView Market = new(new Block(1000), [], Tao.Zero, Tao.Zero);

    private readonly TestProbe parent, ledger, alice, bob;

    public The_clock() => (parent, ledger, alice, bob) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe(), CreateTestProbe());

    [Fact]
    public void opens_the_first_block_for_those_who_first_wake_in_it()
    {
        Start(Plan());
        Opens(1001, [0, 1]);
    }

    [Fact]
    public void wakes_the_due_each_with_its_own_statement_and_feed()
    {
        var clock = Start(Plan());
        ledger.ExpectMsg<OpenBlock>();
        var heard = new Feed([new Heard(new Block(1000), new NetUid(1), Topic.Holding, 0.3)]);
        clock.Tell(new BlockReady(new BlockOpened(new Block(1001), [1, 0], Market, new Owned(StatementOf(8), StatementOf(7))), [heard, Feed.Silent]));
        Assert.Equal((new Block(1001), Market, StatementOf(8), heard), Told(bob));
        Assert.Equal((new Block(1001), Market, StatementOf(7), Feed.Silent), Told(alice));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(100)]
    public void wakes_each_of_a_crowd_once_whatever_groups_it_is_told_in(int seats)
    {
        var clock = Start(Plan(seats), [.. Enumerable.Repeat(alice.Ref, seats)]);
        ledger.ExpectMsg<OpenBlock>();
        clock.Tell(new BlockReady(
            new BlockOpened(new Block(1001), [.. Enumerable.Range(0, seats)], Market, new Owned([.. Enumerable.Range(0, seats).Select(StatementOf)])),
            [.. Enumerable.Repeat(Feed.Silent, seats)]));
        for (var seat = 0; seat < seats; seat++) Assert.Equal(StatementOf(seat), alice.ExpectMsg<Wake>().Own);
        alice.ExpectNoMsg();
    }

    [Fact]
    public void opens_the_next_block_when_one_is_done_for_those_who_asked_to_be_woken()
    {
        var clock = Start(Plan());
        Opens(1001, [0, 1]);
        clock.Tell(Done(1001, [new WakeRequest(1, [When.At(new Block(1003))], Silenced: false)]));
        Opens(1002, []);
        clock.Tell(Done(1002));
        Opens(1003, [1]);
    }

    [Fact]
    public void asks_for_prices_while_somebody_waits_for_one()
    {
        var clock = Start(Plan());
        Assert.False(ledger.ExpectMsg<OpenBlock>().PricesWanted);
        clock.Tell(Done(1001, [new WakeRequest(0, [When.Above(new NetUid(1), 2)], Silenced: false)]));
        Assert.True(ledger.ExpectMsg<OpenBlock>().PricesWanted);
        clock.Tell(Done(1002, prices: [new SubnetPrice(new NetUid(1), 3)]));
        var open = ledger.ExpectMsg<OpenBlock>();
        Assert.Equal([0], open.Wakers.ToArray());
        Assert.False(open.PricesWanted);
    }

    [Fact]
    public void wakes_listeners_who_wait_for_posts()
    {
        var clock = Start(Plan());
        Opens(1001, [0, 1]);
        clock.Tell(Done(1001, [new WakeRequest(0, [When.Post()], Silenced: false)], listeners: [0, 1]));
        Opens(1002, [0]);
    }

    [Fact]
    public void never_wakes_a_silenced_agent_again()
    {
        var clock = Start(Plan());
        Opens(1001, [0, 1]);
        clock.Tell(Done(1001, [new WakeRequest(0, [When.Every(1)], Silenced: false)]));
        Opens(1002, [0]);
        clock.Tell(Done(1002, [new WakeRequest(0, [], Silenced: true)]));
        Opens(1003, []);
    }

    [Fact]
    public void says_when_the_last_block_is_done()
    {
        var clock = Start(Plan() with { LastBlock = new Block(1001) });
        Opens(1001, [0, 1]);
        clock.Tell(Done(1001));
        Assert.Equal(new LastBlockDone(new Block(1001)), parent.ExpectMsg<LastBlockDone>());
        ledger.ExpectNoMsg();
    }

    [Fact]
    public void opens_no_block_more_once_it_is_asked_to_stop()
    {
        using var stop = new CancellationTokenSource();
        var clock = Start(Plan() with { Stop = stop.Token });
        Opens(1001, [0, 1]);
        stop.Cancel();
        clock.Tell(Done(1001));
        Assert.Equal(new LastBlockDone(new Block(1001)), parent.ExpectMsg<LastBlockDone>());
        ledger.ExpectNoMsg();
    }

    private static RunPlan Plan(int seats = 2) => new SmallWorld().With("crowd", seats, () => new Scripted((_, _) => Intent.None)).Plan();

    private IActorRef Start(RunPlan plan) => Start(plan, [alice.Ref, bob.Ref]);

    private IActorRef Start(RunPlan plan, IActorRef[] agents)
    {
        var home = Sys.ActorOf(Props.Create(() => new Home(parent.Ref, plan)));
        home.Tell(new StartClock(ledger.Ref, agents));
        return home;
    }

    private void Opens(long block, int[] wakers)
    {
        var open = ledger.ExpectMsg<OpenBlock>();
        Assert.Equal(new Block(block), open.Block);
        Assert.Equal(wakers, open.Wakers.ToArray());
    }

    private static (Block, MarketView, Statement, Feed) Told(TestProbe agent)
    {
        var wake = agent.ExpectMsg<Wake>();
        return (wake.Block, wake.Market, wake.Own, wake.Heard);
    }

    private static BlockDone Done(long block, WakeRequest[]? requests = null, SubnetPrice[]? prices = null, int[]? listeners = null) =>
        new(new BlockClosed(new Block(block), requests ?? [], [], [.. prices ?? []], BlockSignals.Quiet), [.. (listeners ?? []).Select(seat => new Listener(seat, Topic.Holding))]);

    private static Statement StatementOf(int account) => new(new AccountId(account), Tao.Zero, []);

    /// <summary>A clock's parent: hands messages down to it, and what it says up to the test.</summary>
    private sealed class Home : UntypedActor
    {
        private readonly IActorRef above, clock;

        public Home(IActorRef above, RunPlan plan) =>
            (this.above, clock) = (above, Context.ActorOf(Props.Create(() => new BlockClock(plan, new LaneProgress()))));

        protected override void OnReceive(object message) => (message is LastBlockDone ? above : clock).Tell(message);
    }
}
