using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Benchmarks;

/// <summary>The plain loop: one thread, a timing wheel, no messages. The speed that an engine of actors is measured against.</summary>
public sealed class LoopEngine
{
    private readonly MinimalMarket market;
    private readonly MinimalTrader[] traders;
    private readonly Dice[] diceOf;
    private readonly GapWheel wheel = new();
    private long block;
    private long wakes;

    private LoopEngine(WakesSetup setup)
    {
        market = new(setup.Agents, setup.Seed);
        diceOf = [.. Enumerable.Range(0, setup.Agents).Select(agent => MinimalTrader.DiceOf(agent, setup.Seed))];
        traders = [.. diceOf.Select(dice => new MinimalTrader(dice))];
        for (var agent = 0; agent < setup.Agents; agent++) wheel.Add(agent, MinimalTrader.Gap(diceOf[agent]));
    }

    public static WakesReport Run(WakesSetup setup)
    {
        var small = new LoopEngine(setup with { Agents = Math.Min(setup.Agents, 1_000) });
        WakesMeter.Rehearse(setup, () => small.RunBlocks(400));
        var engine = new LoopEngine(setup);
        engine.RunBlocks(setup.WarmUpBlocks);
        engine.wakes = 0;
        var meter = WakesMeter.Start("loop", setup, engine.market);
        engine.RunBlocks(setup.Blocks);
        return meter.Stop(engine.wakes);
    }

    private void RunBlocks(int blocks)
    {
        for (var end = block + blocks; block < end;) RunBlock(++block);
    }

    private void RunBlock(long block)
    {
        foreach (var agent in wheel.Turn()) Wake(agent, block);
        foreach (ref readonly var fill in market.Settle()) traders[fill.Agent].Hear();
        if (block % MinimalMarket.TempoBlocks == 0) market.TempoStep();
    }

    private void Wake(int agent, long block)
    {
        var dice = diceOf[agent].At(block);
        var position = MinimalTrader.Look(dice);
        var price = market.ReadPrice(market.PoolOf(agent, position));
        var order = traders[agent].Decide(dice, agent, position, price, market.Free(agent, 0), market.Free(agent, position));
        if (order.Amount > 0) market.Submit(block, order);
        wheel.Add(agent, MinimalTrader.Gap(dice));
        wakes++;
    }
}
