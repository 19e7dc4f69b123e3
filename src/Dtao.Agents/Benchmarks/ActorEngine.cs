using Dtao.Agents.Running;
using Dtao.Agents.Settling;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Benchmarks;

/// <summary>"dtao-min" on the actors of a real run: one actor an agent, woken by the clock, settled by the ledger, told of its fills.</summary>
public static class ActorEngine
{
    public static WakesReport Run(WakesSetup setup)
    {
        var small = setup with { Agents = Math.Min(setup.Agents, 1_000), WarmUpBlocks = 0, Blocks = 400 };
        WakesMeter.Rehearse(setup, () => Time(small));
        return Time(setup);
    }

    private static WakesReport Time(WakesSetup setup)
    {
        var market = new MinimalMarket(setup.Agents, setup.Seed);
        var meter = new MeteredEconomy(new MinimalEconomy(market), setup, () => WakesMeter.Start("actors", setup, market));
        var end = Simulation.Run(new RunPlan
        {
            Seed = setup.Seed,
            Genesis = new Block(0),
            LastBlock = new Block(setup.WarmUpBlocks + setup.Blocks),
            Economy = meter,
            Seats = [.. Enumerable.Range(0, setup.Agents).Select(agent => SeatOf(agent, setup.Seed))],
            Listeners = [.. Enumerable.Range(0, setup.Agents).Select(_ => Array.Empty<int>())],
            FeedCapacity = 1,
            Ordering = SettlementOrder.Lot,
            OnStrategyError = OnStrategyError.Fail,
            StrategyTimeLimit = TimeSpan.FromMinutes(1),
        });
        return end.Failure is { } failure ? throw new InvalidOperationException("The benchmark's run failed.", failure) : meter.Report!;
    }

    private static Seat SeatOf(int agent, ulong seed)
    {
        var strategy = new MinimalStrategy(agent, seed);
        return new Seat(agent, new AgentId("trader", agent), Role.Speculator, "dtao-min", strategy, new AccountId(agent), default, strategy.FirstGap)
        {
            Key = (ulong)agent,
        };
    }
}
