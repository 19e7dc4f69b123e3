using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Benchmarks;

/// <summary>The trader of "dtao-min" as an agent's strategy: it sees what any agent sees, and nothing else.</summary>
public sealed class MinimalStrategy : IStrategy, IHearsFills
{
    private readonly int agent;
    private MinimalTrader trader;

    public MinimalStrategy(int agent, ulong seed)
    {
        this.agent = agent;
        var dice = MinimalTrader.DiceOf(agent, seed);
        trader = new(dice);
        FirstGap = MinimalTrader.Gap(dice);
    }

    /// <summary>Blocks until he first wakes; 1 or more.</summary>
    public int FirstGap { get; }

    public Intent Decide(Sight sight, Dice dice)
    {
        var position = MinimalTrader.Look(dice);
        var holding = sight.Own.Held[position - 1];
        var price = sight.Quotes[holding.Netuid.Value - 1].Price;
        var order = trader.Decide(dice, agent, position, price, sight.Own.Free.Rao, holding.Amount.Rao);
        return new Intent(order.Amount == 0 ? [] : [Command(sight, holding, order)], [], [When.At(sight.Now + MinimalTrader.Gap(dice))]);
    }

    public void Hear(Outcome outcome) => trader.Hear();

    private static LedgerCommand Command(Sight sight, Holding holding, in MinimalOrder order) => order.Pays == 0
        ? new Stake(sight.Own.Account, holding.Netuid, holding.Hotkey, new Tao(order.Amount), new PriceLimit(order.AtLeast, AllowPartial: false))
        : new Unstake(sight.Own.Account, holding.Netuid, holding.Hotkey, new Alpha(order.Amount), new PriceLimit(order.AtLeast, AllowPartial: false));
}
