using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Benchmarks;

/// <summary>The plain loop: one thread, a timing wheel, no messages. The speed that an engine of actors is measured against.</summary>
public sealed class LoopEngine
{
    private readonly MinimalMarket _market;
    private readonly MinimalTrader[] _traders;
    private readonly Dice[] _dice;
    private readonly GapWheel _wheel = new();
    private long _block;
    private long _wakes;

    private LoopEngine(WakesSetup setup)
    {
        _market = new(setup.Agents, setup.Seed);
        _dice = [.. Enumerable.Range(0, setup.Agents).Select(agent => MinimalTrader.DiceOf(agent, setup.Seed))];
        _traders = [.. _dice.Select(dice => new MinimalTrader(dice))];
        for (var agent = 0; agent < setup.Agents; agent++) _wheel.Add(agent, MinimalTrader.Gap(_dice[agent]));
    }

    public static WakesReport Run(WakesSetup setup)
    {
        var small = new LoopEngine(setup with { Agents = Math.Min(setup.Agents, 1_000) });
        WakesMeter.Rehearse(setup, () => small.RunBlocks(400));
        var engine = new LoopEngine(setup);
        engine.RunBlocks(setup.WarmUpBlocks);
        engine._wakes = 0;
        var meter = WakesMeter.Start("loop", setup, engine._market);
        engine.RunBlocks(setup.Blocks);
        return meter.Stop(engine._wakes);
    }

    private void RunBlocks(int blocks)
    {
        for (var end = _block + blocks; _block < end;) RunBlock(++_block);
    }

    private void RunBlock(long block)
    {
        foreach (var agent in _wheel.Turn()) Wake(agent, block);
        foreach (ref readonly var fill in _market.Settle()) _traders[fill.Agent].Hear();
        if (block % MinimalMarket.TempoBlocks == 0) _market.TempoStep();
    }

    private void Wake(int agent, long block)
    {
        var dice = _dice[agent].At(block);
        var position = MinimalTrader.Look(dice);
        var price = _market.ReadPrice(_market.PoolOf(agent, position));
        var order = _traders[agent].Decide(dice, agent, position, price, _market.Free(agent, 0), _market.Free(agent, position));
        if (order.Amount > 0) _market.Submit(block, order);
        _wheel.Add(agent, MinimalTrader.Gap(dice));
        _wakes++;
    }
}
