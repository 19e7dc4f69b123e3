using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;
using Dtao.Records.Summaries;

namespace Dtao.Records.Tests.Summaries;

public sealed class WealthTests
{
    private readonly Genesis genesis = new(Some.FirstBlock, Some.Rules);
    private readonly AccountId holder, other;

    public WealthTests()
    {
        (holder, other) = (genesis.Open(Tao.Of(7)), genesis.Open(Tao.Zero));
        genesis.Open(Some.Meme, other, new Pool(Tao.Of(1_000), Alpha.Of(10_000)), I96F32.Zero);
    }

    private LedgerState State => genesis.Build().State;

    [Fact]
    public void Free_tao_and_root_stake_are_worth_themselves()
    {
        genesis.Stake(holder, NetUid.Root, other, Alpha.Of(5));
        Assert.Equal((Tao.Of(12), Tao.Of(12)), (Wealth.Liquidation(State, holder), Wealth.Spot(State, holder)));
    }

    // 1,000 − 1,000·10,000 ÷ 12,500 = 200 TAO for 2,500 alpha, at a spot price of 0.1 worth 250.
    [Fact]
    public void Alpha_is_worth_what_it_would_sell_for_and_more_at_spot()
    {
        genesis.Stake(holder, Some.Meme, holder, Alpha.Of(2_500));
        Assert.Equal(Tao.Of(207), Wealth.Liquidation(State, holder));
        Assert.InRange(Wealth.Spot(State, holder).Tokens, 256.999999, 257);
    }

    [Fact]
    public void Stakes_of_one_subnet_with_several_hotkeys_are_sold_together()
    {
        genesis.Stake(holder, Some.Meme, holder, Alpha.Of(1_000));
        genesis.Stake(holder, Some.Meme, other, Alpha.Of(1_500));
        Assert.Equal(Tao.Of(207), Wealth.Liquidation(State, holder));
    }

    [Fact]
    public void A_pool_too_thin_for_the_position_pays_all_but_its_minimum()
    {
        genesis.Open(Some.Apex, other, new Pool(Tao.Of(0.02m), Alpha.Of(1)), I96F32.Zero);
        genesis.Stake(holder, Some.Apex, holder, Alpha.Of(1_000_000));
        var proceeds = Wealth.Liquidation(State, holder) - Tao.Of(7);
        Assert.Equal(Tao.Of(0.02m) - new Tao(Some.Rules.MinimumLiquidityRao), proceeds);
    }

    [Fact]
    public void Looking_changes_nothing()
    {
        genesis.Stake(holder, Some.Meme, holder, Alpha.Of(2_500));
        var state = State;
        Wealth.Liquidation(state, holder);
        Assert.Equal(Tao.Of(1_000), state[Some.Meme].Pool.TaoReserve);
    }
}
