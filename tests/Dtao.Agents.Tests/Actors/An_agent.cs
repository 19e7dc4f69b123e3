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

public sealed class An_agent : ActorSpec
{
    private readonly TestProbe ledger;
    private readonly LaneProgress progress = new();

    public An_agent() => ledger = CreateTestProbe();

    [Fact]
    public void answers_a_wake_with_exactly_one_intent_from_its_seat()
    {
        var intent = Intent.None.WakeMe(When.Every(5));
        Agent(new Scripted((_, _) => intent)).Tell(WakeIn(1001));
        Assert.Equal(new AgentIntent(0, intent, Fault: null), ledger.ExpectMsg<AgentIntent>());
        ledger.ExpectNoMsg();
    }

    [Fact]
    public void shows_its_strategy_the_open_block_the_market_its_own_and_what_it_heard()
    {
        Sight? seen = null;
        var wake = WakeIn(1001);
        Agent(new Scripted((sight, _) =>
        {
            seen = sight;
            return Intent.None;
        })).Tell(wake);
        ledger.ExpectMsg<AgentIntent>();
        Assert.Equal(new Sight(wake.Block, wake.Market, wake.Own, wake.Heard, new AccountId(9)), seen);
    }

    [Fact]
    public void answers_with_a_fault_and_nothing_else_when_its_strategy_throws()
    {
        Agent(new Scripted((_, _) => throw new InvalidOperationException("no idea"))).Tell(WakeIn(1001));
        var answer = ledger.ExpectMsg<AgentIntent>();
        Assert.Equal((Intent.None, "no idea"), (answer.Intent, Assert.IsType<InvalidOperationException>(answer.Fault).Message));
    }

    [Fact]
    public void goes_on_after_a_fault()
    {
        var agent = Agent(new Scripted((sight, _) => sight.Now.Height == 1001 ? throw new InvalidOperationException() : Intent.None));
        agent.Tell(WakeIn(1001));
        agent.Tell(WakeIn(1002));
        Assert.NotNull(ledger.ExpectMsg<AgentIntent>().Fault);
        Assert.Null(ledger.ExpectMsg<AgentIntent>().Fault);
    }

    [Fact]
    public void tells_a_fill_to_a_strategy_that_wants_to_hear_it_and_answers_nothing()
    {
        var curious = new Curious();
        var agent = Agent(curious);
        var refused = new Refused(new Stake(new AccountId(7), new NetUid(1), new AccountId(9), Tao.Of(1)), Refusal.InsufficientTao);
        agent.Tell(refused);
        agent.Tell(WakeIn(1001));
        ledger.ExpectMsg<AgentIntent>();
        Assert.Equal([refused], curious.Heard);
        ledger.ExpectNoMsg();
    }

    [Fact]
    public void answers_its_next_wake_with_the_fault_that_its_strategy_threw_at_a_fill()
    {
        var agent = Agent(new Curious(throws: true));
        agent.Tell(new Refused(new Stake(new AccountId(7), new NetUid(1), new AccountId(9), Tao.Of(1)), Refusal.InsufficientTao));
        agent.Tell(WakeIn(1001));
        Assert.Equal("deaf", ledger.ExpectMsg<AgentIntent>().Fault!.Message);
    }

    [Fact]
    public void has_dice_of_its_own_for_every_block()
    {
        static Scripted Roller() => new((_, dice) => Intent.None.WakeMe(When.Every(dice.Below(1_000_000))));
        long[] Rolls(string cohort)
        {
            var agent = Agent(Roller(), cohort);
            agent.Tell(WakeIn(1001));
            agent.Tell(WakeIn(1002));
            return [.. Enumerable.Range(0, 2).Select(_ => ledger.ExpectMsg<AgentIntent>().Intent.Conditions[0].Blocks)];
        }
        var rolls = Rolls("alice");
        Assert.Equal(rolls, Rolls("alice"));
        Assert.NotEqual(rolls[0], rolls[1]);
        Assert.NotEqual(rolls, Rolls("bob"));
    }

    [Fact]
    public void says_where_the_lane_is_while_its_strategy_decides()
    {
        var during = (Agent: 0, Block: 0L);
        Agent(new Scripted((_, _) =>
        {
            during = (progress.Agent, progress.Block);
            return Intent.None;
        })).Tell(WakeIn(1001));
        ledger.ExpectMsg<AgentIntent>();
        Assert.Equal((0, 1001L), during);
        Assert.True(SpinWait.SpinUntil(() => progress.Agent == LaneProgress.Nobody, TimeSpan.FromSeconds(20)));
        Assert.Equal(1, progress.Turns);
    }

    private IActorRef Agent(IStrategy strategy, string cohort = "alice") =>
        ActorOf<AgentActor>(new Agents.Running.Seat(0, new Agents.Running.AgentId(cohort, 0), Role.Speculator, "test", strategy, new AccountId(7), new AccountId(9), FirstWake: 1), 1ul, ledger.Ref, progress);

    private static Wake WakeIn(long block)
    {
        var (market, own) = (new MarketView(new Block(block - 1), [], Tao.Zero, Tao.Zero), new Statement(new AccountId(7), Tao.Of(3), []));
        return new(new BlockReady(new BlockOpened(new Block(block), [0], market, new Owned(own)), [Feed.Silent]), Place: 0);
    }

    private sealed class Curious(bool throws = false) : IStrategy, IHearsFills
    {
        public List<Outcome> Heard { get; } = [];

        public Intent Decide(Sight sight, Dice dice) => Intent.None;

        public void Hear(Outcome outcome)
        {
            if (throws) throw new InvalidOperationException("deaf");
            Heard.Add(outcome);
        }
    }
}
