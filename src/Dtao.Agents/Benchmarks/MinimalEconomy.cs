using Dtao.Agents.Conversation;
using Dtao.Agents.Settling;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Memory;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Agents.Benchmarks;

/// <summary>
/// The market of "dtao-min" behind the seam of a real run, so that the same clock, ledger actor, mailboxes and agents are timed on it.
/// Pool p is subnet p + 1; a position's number stands where a real order names its hotkey; a limit is the least rao to get.
/// </summary>
public sealed class MinimalEconomy(MinimalMarket market) : IEconomy
{
    private readonly SubnetQuote[] quotes = [.. Enumerable.Range(0, MinimalMarket.Pools).Select(Unpriced)]; // as a real ledger's, each block's over the last one's
    private readonly MinimalHoldings[] held = [.. Enumerable.Range(0, market.Agents).Select(agent => new MinimalHoldings(market, agent))];
    private Block block;

    public MarketView View()
    {
        for (var pool = 0; pool < quotes.Length; pool++) quotes[pool] = quotes[pool] with { Price = market.ReadPrice(pool) };
        return new MarketView(block, QuoteList.Over(quotes), Tao.Zero, Tao.Zero);
    }

    public void Fetch(AccountId account)
    {
        CacheLines.Fetch(held[account.Index], lines: 1);
        market.Fetch(account.Index);
    }

    public Statement StatementOf(AccountId account) => new(account, new Tao(market.Free(account.Index, 0)), held[account.Index]);

    public IReadOnlyList<SubnetPrice> Prices() =>
        [.. Enumerable.Range(0, MinimalMarket.Pools).Select(pool => new SubnetPrice(new NetUid((ushort)(pool + 1)), market.ReadPrice(pool)))];

    public BlockSample Sample() => new(View(), Tao.Zero, Tao.Zero);

    public IReadOnlyList<LedgerEvent> OpenBlock(Block opened)
    {
        block = opened;
        return [];
    }

    public Outcome Settle(LedgerCommand command) => command switch
    {
        Stake stake => Buy(stake),
        Unstake unstake => Sell(unstake),
        _ => throw new System.Diagnostics.UnreachableException($"No rule for {command}."),
    };

    public string HashHead => "";

    public void CloseBlock(bool isLast)
    {
        if (block.Height % MinimalMarket.TempoBlocks == 0) market.TempoStep();
    }

    private Outcome Buy(Stake stake)
    {
        var got = market.SettleNow(new MinimalOrder(stake.Account.Index, 0, stake.Hotkey.Index, stake.Amount.Rao, stake.Limit!.Value.Rao));
        return got == 0
            ? new Refused(stake, Refusal.SlippageTooHigh)
            : new Staked(stake.Account, stake.Netuid, stake.Hotkey, stake.Amount, Tao.Zero, new Alpha(got), got, Partial: false);
    }

    private Outcome Sell(Unstake unstake)
    {
        var got = market.SettleNow(new MinimalOrder(unstake.Account.Index, unstake.Hotkey.Index, 0, unstake.Amount.Rao, unstake.Limit!.Value.Rao));
        return got == 0
            ? new Refused(unstake, Refusal.SlippageTooHigh)
            : new Unstaked(unstake.Account, unstake.Netuid, unstake.Hotkey, unstake.Amount, unstake.Amount.Rao, new Tao(got), Tao.Zero, Partial: false);
    }

    /// <summary>What is quoted of a pool in every block.</summary>
    private static SubnetQuote Unpriced(int pool) => new()
    {
        Netuid = new NetUid((ushort)(pool + 1)),
        Owner = default,
        RegisteredAt = default,
        TaoReserve = default,
        AlphaReserve = default,
        AlphaOut = default,
        Staked = default,
        Price = 0,
        MovingPrice = 0,
        TaoEmission = default,
        LastDividends = default,
        LastRootDividends = default,
        TempoBlocks = MinimalMarket.TempoBlocks,
        CapBinds = false,
    };
}
