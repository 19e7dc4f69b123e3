using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Database;

/// <summary>Epochs, prices as they change, and the market on sampled blocks.</summary>
internal sealed class ChainTables(Inserts inserts)
{
    private readonly Insert epochs = inserts.Into("epochs", columns: 14);
    private readonly Insert blocks = inserts.Into("blocks", columns: 10);
    private readonly Insert pools = inserts.Into("pools", columns: 16);
    private readonly Insert prices = inserts.Into("prices", columns: 3);

    public void Add(in RunEvent told, EpochDrained epoch)
    {
        epochs.Value(told.Block.Height).Value(epoch.Netuid.Value).Value(epoch.Incentive).Value(epoch.Dividends).Value(epoch.OwnerCut)
            .Value(epoch.RootDividends).Value(epoch.Dust);
        if (epoch.Power.Top is { } top) epochs.Value(top.Index);
        else epochs.Nothing();
        epochs.Value(epoch.Power.Share).Value(epoch.Power.Apart).Value(epoch.Power.Moved).Value(told).Run();
    }

    public void Add(BlockSample sample, TradeSums sums)
    {
        var market = sample.Market;
        var priceSum = 0.0;
        foreach (var quote in market.Quotes) priceSum += quote.Price;
        blocks.Value(market.Block.Height).Value(market.Issued).Value(market.RootStaked).Value(sample.Free).Value(sample.Dust).Value(priceSum)
            .Value(sums.Trades).Value(sums.Refusals).Value(sums.Bought).Value(sums.Sold).Run();
        foreach (var quote in market.Quotes) Add(market, quote);
    }

    public void Add(Block block, ImmutableArray<PriceTick> ticks)
    {
        foreach (var tick in ticks) prices.Value(block.Height).Value(tick.Netuid.Value).Value(tick.Price).Run();
    }

    private void Add(MarketView market, in SubnetQuote quote)
    {
        pools.Value(market.Block.Height).Value(quote.Netuid.Value).Value(quote.TaoReserve).Value(quote.AlphaReserve).Value(quote.AlphaOut).Value(quote.Staked)
            .Value(quote.Price).Value(quote.MovingPrice).Value(quote.TaoEmission).Value(quote.CapBinds).Value(quote.Usefulness).Value(quote.ChainBuy).Value(quote.ProtocolAlpha);
        if (quote.UserFlow is { } users) pools.Value(users).Value(quote.ProtocolFlow);
        else pools.Nothing().Nothing();
        pools.Value(quote.MinerBurned).Run();
    }
}
