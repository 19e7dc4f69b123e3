using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Benchmarks;

/// <summary>The trader of "dtao-min" as an agent's strategy: it sees what any agent sees, and nothing else.</summary>
public sealed class MinimalStrategy(MinimalTrader trader) : IStrategy, IHearsFills
{
    public Intent Decide(Sight sight, Dice dice)
    {
        var position = trader.Look(sight.Now.Height);
        var holding = sight.Own.Holdings[position - 1];
        var price = sight.Quotes[holding.Netuid.Value - 1].Price;
        var gap = trader.Decide(position, price, sight.Own.Free.Rao, holding.Amount.Rao, out var order);
        return new Intent(order.Amount == 0 ? [] : [Command(sight, holding, order)], [], [When.At(sight.Now + gap)]);
    }

    public void Hear(Outcome outcome) => trader.Hear();

    private static LedgerCommand Command(Sight sight, Holding holding, in MinimalOrder order) => order.Pays == 0
        ? new Stake(sight.Own.Account, holding.Netuid, holding.Hotkey, new Tao(order.Amount), new PriceLimit(order.AtLeast, AllowPartial: false))
        : new Unstake(sight.Own.Account, holding.Netuid, holding.Hotkey, new Alpha(order.Amount), new PriceLimit(order.AtLeast, AllowPartial: false));
}
