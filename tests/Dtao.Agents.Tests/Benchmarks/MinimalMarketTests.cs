using Dtao.Agents.Benchmarks;

namespace Dtao.Agents.Tests.Benchmarks;

public class MinimalMarketTests
{
    private const ulong Coin = 1_000_000_000;
    private readonly MinimalMarket market = new(agents: 100, seed: 1);

    [Fact]
    public void An_agent_begins_with_a_thousand_tao_and_a_hundred_alpha_in_eight_positions()
    {
        Assert.Equal(1_000 * Coin, market.Free(agent: 7, holding: 0));
        for (var position = 1; position <= MinimalMarket.Positions; position++) Assert.Equal(100 * Coin, market.Free(7, position));
        Assert.Equal(1.0, market.ReadPrice(market.PoolOf(7, 1)));
    }

    [Fact]
    public void A_submitted_order_is_in_escrow_and_moves_no_price()
    {
        market.Submit(1, Buy(10 * Coin, atLeast: 0));
        Assert.Equal(990 * Coin, market.Free(0, 0));
        Assert.Equal(1.0, market.ReadPrice(market.PoolOf(0, 1)));
        Assert.Equal(0ul, market.ConservationErrorRao());
    }

    /// <summary>By hand: 10 coins less 0.03 are x = 9.97; 1000 · 9.97 ÷ 1009.97 = 9.871580343…</summary>
    [Fact]
    public void A_purchase_follows_the_constant_product_after_its_fee()
    {
        market.Submit(1, Buy(10 * Coin, atLeast: 9 * Coin));
        var fills = market.Settle().ToArray();
        Assert.Equal([new MinimalFill(Agent: 0, Holding: 1, Got: 9_871_580_343)], fills);
        Assert.Equal(109_871_580_343ul, market.Free(0, 1));
        Assert.Equal(1010.0 / (1000 - 9.871580343), market.ReadPrice(market.PoolOf(0, 1)), tolerance: 1e-12);
        Assert.Equal((1, 1, 0), market.Counts);
    }

    [Fact]
    public void A_sale_pays_tao()
    {
        market.Submit(1, new MinimalOrder(Agent: 0, Pays: 1, Gets: 0, Amount: 10 * Coin, AtLeast: 9 * Coin));
        Assert.Equal(9_871_580_343ul, market.Settle()[0].Got);
        Assert.Equal(1_000 * Coin + 9_871_580_343, market.Free(0, 0));
    }

    [Fact]
    public void An_order_beyond_its_slippage_is_refused_and_refunded()
    {
        market.Submit(1, Buy(100 * Coin, atLeast: 95 * Coin));
        Assert.Equal(0ul, market.Settle()[0].Got);
        Assert.Equal(1_000 * Coin, market.Free(0, 0));
        Assert.Equal(100 * Coin, market.Free(0, 1));
        Assert.Equal((1, 0, 0), market.Counts);
        Assert.Equal(0ul, market.ConservationErrorRao());
    }

    [Fact]
    public void An_order_that_cannot_be_paid_is_a_bug() =>
        Assert.Throws<OverflowException>(() => market.Submit(1, Buy(1_001 * Coin, atLeast: 0)));

    [Fact]
    public void Settlement_does_not_depend_on_the_order_of_arrival() =>
        Assert.Equal(HashAfter(Enumerable.Range(0, 100).Reverse()), HashAfter(Enumerable.Range(0, 100)));

    [Fact]
    public void A_tempo_pays_all_positions_and_injects_tao_without_losing_a_rao()
    {
        market.TempoStep();
        Assert.Equal(800, market.Counts.Payments);
        Assert.True(market.Free(0, 1) > 100 * Coin);
        Assert.Equal(1_000 * Coin, market.Free(0, 0));
        Assert.Equal(1 + 360.0 / 64 / 1_000, market.ReadPrice(0), tolerance: 1e-9);
        Assert.Equal(0ul, market.ConservationErrorRao());
    }

    [Fact]
    public void A_tempo_inside_a_block_is_a_bug()
    {
        market.Submit(1, Buy(Coin, atLeast: 0));
        Assert.Throws<InvalidOperationException>(market.TempoStep);
    }

    private static MinimalOrder Buy(ulong tao, ulong atLeast) => new(Agent: 0, Pays: 0, Gets: 1, tao, atLeast);

    private static ulong HashAfter(IEnumerable<int> arrival)
    {
        var other = new MinimalMarket(100, seed: 1);
        foreach (var agent in arrival) other.Submit(1, new(agent, 0, 1 + agent % 8, Coin + (ulong)agent, 0));
        other.Settle();
        return other.StateHash();
    }
}
