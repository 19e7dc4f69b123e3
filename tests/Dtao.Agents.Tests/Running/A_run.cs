using Dtao.Agents.Running;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Speculators;

namespace Dtao.Agents.Tests.Running;

public sealed class A_run
{
    private static IStrategy Gambler() => new Scripted((sight, dice) =>
        Intent.Of(dice.Chance(0.5) ? sight.Buy(sight.Quotes[dice.Below(sight.Quotes.Length)], 2) : sight.Sell(sight.Quotes[dice.Below(sight.Quotes.Length)], 0.5))
            .WakeMe(When.In(sight.Now, (long)dice.Exponential(20))));

    [Fact]
    public void reaches_its_last_block_and_trades()
    {
        var world = new SmallWorld().With("gambler", 20, Gambler);
        var end = Simulation.Run(world.Plan());
        Assert.Equal(new RunEnd(new Block(1500), RunStop.Done, null), end);
        Assert.True(world.Ledger.State.Settled > 100);
    }

    [Fact]
    public void gives_the_same_bits_for_the_same_seed()
    {
        static string Head(ulong seed)
        {
            var world = new SmallWorld().With("gambler", 20, Gambler).With("trend", 5, () => new Momentum { Threshold = 0.01, LookBack = 30, Attention = 1, Pause = 30, CashShare = 0.2, PoolShare = 0.05, LeastOrder = 0.5, Slippage = 0.1, FromRoot = 0 });
            Simulation.Run(world.Plan(seed));
            return world.Ledger.HashHead;
        }
        Assert.Equal(Head(7), Head(7));
        Assert.NotEqual(Head(7), Head(8));
    }

    [Fact]
    public void is_not_changed_by_an_inert_agent_more()
    {
        static string Trades(int inert)
        {
            var world = new SmallWorld().With("still", inert, () => new Scripted((_, _) => Intent.None)).With("gambler", 20, Gambler);
            Simulation.Run(world.Plan(3));
            return string.Join('\n', world.Batches.SelectMany(b => b.Events).Select(e => e.Fact).OfType<Dtao.Records.Events.Settled>().Select(s => s.Outcome switch
            {
                Staked x => $"+{x.Netuid} {x.Paid.Rao} {x.Received.Rao}",
                Unstaked x => $"-{x.Netuid} {x.Sold.Rao} {x.Received.Rao}",
                var other => other.GetType().Name,
            }));
        }
        Assert.Equal(Trades(0), Trades(3));
    }

    [Fact]
    public void stops_naming_agent_strategy_and_block_when_a_strategy_throws()
    {
        var world = new SmallWorld().With("gambler", 5, Gambler).With("broken", 1, () => new Scripted((sight, _) =>
            sight.Now.Height < 1200 ? Intent.None.WakeMe(When.In(sight.Now, 100)) : throw new InvalidOperationException("no idea")), name: "hopeless");
        var end = Simulation.Run(world.Plan());
        Assert.Equal(RunStop.Failed, end.Stop);
        Assert.Equal("broken-0 (strategy hopeless) threw InvalidOperationException: no idea in block 1201", Assert.IsType<StrategyFault>(end.Failure).Message);
    }

    [Fact]
    public void stops_naming_an_agent_that_orders_for_an_account_that_is_not_its_own()
    {
        var world = new SmallWorld().With("thief", 2, () => new Scripted((sight, _) =>
            Intent.Of(new Stake(new AccountId(sight.Own.Account.Index - 1), new NetUid(1), sight.Delegate, Tao.Of(1)))), name: "theft");
        Assert.Contains("(strategy theft) threw InvalidOperationException: ordered for account", Simulation.Run(world.Plan()).Failure!.Message);
    }

    [Fact]
    public void goes_on_without_a_quarantined_agent_with_the_same_bits_every_time()
    {
        static (RunEnd End, string Head) Once()
        {
            var world = new SmallWorld().With("gambler", 5, Gambler).With("broken", 1, () => new Scripted((_, _) => throw new InvalidOperationException("no idea")));
            var end = Simulation.Run(world.Plan() with { OnStrategyError = OnStrategyError.Quarantine });
            return (end, world.Ledger.HashHead);
        }
        Assert.Equal(RunStop.Done, Once().End.Stop);
        Assert.Equal(Once().Head, Once().Head);
    }

    [Fact]
    public void is_given_up_naming_the_agent_whose_strategy_never_returns()
    {
        var release = new ManualResetEventSlim();
        var world = new SmallWorld().With("stuck", 1, () => new Scripted((_, _) =>
        {
            release.Wait();
            return Intent.None;
        }), name: "endless");
        var end = Simulation.Run(world.Plan() with { StrategyTimeLimit = TimeSpan.FromMilliseconds(300) });
        release.Set();
        Assert.Equal("stuck-0 (strategy endless) did not come back within 0.3 s in block 1001", Assert.IsType<StrategyFault>(end.Failure).Message);
    }

    [Fact]
    public void stops_after_the_block_at_hand_when_asked_to()
    {
        using var stop = new CancellationTokenSource();
        var world = new SmallWorld().With("stopper", 1, () => new Scripted((sight, _) =>
        {
            if (sight.Now.Height == 1101) stop.Cancel();
            return Intent.None.WakeMe(When.In(sight.Now, 100));
        }));
        var end = Simulation.Run(world.Plan() with { Stop = stop.Token });
        Assert.Equal(new RunEnd(new Block(1101), RunStop.Cancelled, null), end);
    }
}
