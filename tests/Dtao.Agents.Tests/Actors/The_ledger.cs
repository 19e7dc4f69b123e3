using Akka.Actor;
using Dtao.Agents.Actors;
using Dtao.Agents.Conversation;
using Dtao.Agents.Running;
using Dtao.Agents.Tests.Running;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Tests.Actors;

public sealed class The_ledger : ActorSpec
{
    private readonly TestProbe forum, recorder, alice, bob;
    private readonly RunPlan plan;
    private readonly IActorRef ledger;

    public The_ledger()
    {
        (forum, recorder, alice, bob) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        plan = new SmallWorld().With("alice", 1, () => new Scripted((_, _) => Intent.None)).With("bob", 1, () => new Curious()).Plan();
        ledger = ActorOf<PoolLedger>(plan, forum.Ref, recorder.Ref);
        ledger.Tell(new MeetAgents([alice.Ref, bob.Ref]));
    }

    [Fact]
    public void opens_a_block_with_the_market_and_the_statements_of_the_block_before()
    {
        ledger.Tell(new OpenBlock(new Block(1001), [1, 0], PricesWanted: false));
        var opened = forum.ExpectMsg<BlockOpened>();
        Assert.Equal((new Block(1001), new Block(1000)), (opened.Block, opened.Market.Block));
        Assert.Equal([plan.Seats[1].Account, plan.Seats[0].Account], new[] { opened.Statements[0].Account, opened.Statements[1].Account });
        Assert.All([0, 1], place => Assert.Equal(Tao.Of(100), opened.Statements[place].Free));
    }

    [Fact]
    public void waits_for_every_waker_before_it_settles()
    {
        ledger.Tell(new OpenBlock(new Block(1001), [0, 1], PricesWanted: false));
        forum.ExpectMsg<BlockOpened>();
        ledger.Tell(new AgentIntent(0, Intent.None, Fault: null));
        forum.ExpectNoMsg();
        ledger.Tell(new AgentIntent(1, Intent.None, Fault: null));
        Assert.Equal(new Block(1001), forum.ExpectMsg<BlockClosed>().Block);
    }

    [Fact]
    public void closes_a_block_at_once_in_which_nobody_is_asked()
    {
        ledger.Tell(new OpenBlock(new Block(1001), [], PricesWanted: false));
        Assert.Equal(new Block(1001), forum.ExpectMsg<BlockClosed>().Block);
        forum.ExpectNoMsg();
    }

    [Fact]
    public void passes_on_who_was_filled_what_was_posted_and_who_wants_to_be_woken()
    {
        var post = new Post(new NetUid(1), Topic.Holding, 0.5);
        Answers(new Intent([Stake(0, tao: 5)], [post], [When.Every(9)]), Intent.None);
        var closed = forum.ExpectMsg<BlockClosed>();
        Assert.Equal([0], closed.Signals.Filled);
        Assert.Equal([(0, post)], closed.Posts.Select(posted => (posted.Seat, posted.Post)));
        var request = Assert.Single(closed.Requests);
        Assert.Equal((0, false, When.Every(9)), (request.Seat, request.Silenced, Assert.Single(request.Conditions)));
    }

    [Fact]
    public void tells_prices_only_where_somebody_waits_for_them()
    {
        ledger.Tell(new OpenBlock(new Block(1001), [], PricesWanted: false));
        Assert.Empty(forum.ExpectMsg<BlockClosed>().Prices);
        ledger.Tell(new OpenBlock(new Block(1002), [], PricesWanted: true));
        Assert.Equal([1, 2, 3], forum.ExpectMsg<BlockClosed>().Prices.Select(price => (int)price.Netuid.Value));
    }

    [Fact]
    public void tells_an_outcome_to_those_whose_strategy_wants_to_hear_it_and_to_nobody_else()
    {
        Answers(Intent.Of(Stake(0, tao: 5)), Intent.Of(Stake(1, tao: 5), Stake(1, tao: 5_000)));
        bob.ExpectMsg<Staked>();
        Assert.Equal(Refusal.InsufficientTao, bob.ExpectMsg<Refused>().Reason);
        alice.ExpectNoMsg();
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(100)]
    public void tells_all_outcomes_in_their_order_before_it_passes_the_block_on(int orders)
    {
        var order = CreateTestProbe();
        var own = ActorOf<PoolLedger>(plan, order.Ref, recorder.Ref);
        own.Tell(new MeetAgents([alice.Ref, order.Ref]));
        own.Tell(new OpenBlock(new Block(1001), [1], PricesWanted: false));
        order.ExpectMsg<BlockOpened>();
        own.Tell(new AgentIntent(1, Intent.Of([.. Enumerable.Range(1, orders).Select(thousandths => Stake(1, tao: 0.5m + thousandths / 1000m))]), Fault: null));
        for (var thousandths = 1; thousandths <= orders; thousandths++) Assert.Equal(Tao.Of(0.5m + thousandths / 1000m), order.ExpectMsg<Staked>().Paid);
        Assert.Equal(new Block(1001), order.ExpectMsg<BlockClosed>().Block);
    }

    [Fact]
    public void settles_the_commands_of_one_intent_against_the_balance_of_that_moment()
    {
        Answers(Intent.Of(Stake(0, tao: 60), Stake(0, tao: 60)), Intent.None);
        Assert.Equal(["Staked", "Refused"], OutcomesOf(recorder.ExpectMsg<BlockBatch>()));
    }

    [Fact]
    public void hands_the_block_to_the_recorder_every_event_with_an_id_a_cause_and_a_root()
    {
        Answers(Intent.Of(Stake(0, tao: 5)), Intent.Of(Stake(1, tao: 5_000)));
        var batch = recorder.ExpectMsg<BlockBatch>();
        Assert.Equal(new Block(1001), batch.Block);
        Assert.Equal(batch.Events.Length, batch.Events.Select(e => e.Id).Distinct().Count());
        Assert.All(batch.Events.Where(e => e.Fact is Settled), e => Assert.Equal(e.Cause, e.Root));
        Assert.Equal(["Refused", "Staked"], OutcomesOf(batch).Order());
    }

    private void Answers(Intent alices, Intent bobs)
    {
        ledger.Tell(new OpenBlock(new Block(1001), [0, 1], PricesWanted: false));
        forum.ExpectMsg<BlockOpened>();
        ledger.Tell(new AgentIntent(0, alices, Fault: null));
        ledger.Tell(new AgentIntent(1, bobs, Fault: null));
    }

    private Stake Stake(int seat, decimal tao) => new(plan.Seats[seat].Account, new NetUid(1), plan.Seats[seat].Delegate, Tao.Of(tao));

    private static string[] OutcomesOf(BlockBatch batch) => [.. batch.Events.Select(e => e.Fact).OfType<Settled>().Select(settled => settled.Outcome.GetType().Name)];

    private sealed class Curious : IStrategy, IHearsFills
    {
        public Intent Decide(Strategies.Sensing.Sight sight, Strategies.Numerics.Dice dice) => Intent.None;

        public void Hear(Outcome outcome)
        {
        }
    }
}
