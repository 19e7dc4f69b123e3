using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

/// <summary>Stake and unstake under the pools of 2026: a share of what goes in is the block author's, and a limit is the last spot price.</summary>
public sealed class Swapping_in_a_weighted_pool : LedgerSpec
{
    private static readonly ProtocolRules Rules = Some.Rules with { Curve = SwapCurve.Balancer, Fee = new SwapFee(0, 33), MinimumLiquidityRao = 1_000_000 };

    public Swapping_in_a_weighted_pool() => Start(Rules);

    [Fact] // 10 TAO: 33 ÷ 65535 of it, floored, is 5,035,477 rao
    public void pays_the_author_of_the_block_a_share_of_the_tao_that_goes_in()
    {
        var staked = Assert.IsType<Staked>(When(new Stake(Alice, Apex, Validator, Tao.Of(10))));
        Assert.Equal((new Tao(5_035_477), true), (staked.Fee, staked.FeeLeaves));
        Assert.Equal(new Tao(5_035_477), State.AuthorFees);
        Assert.Equal(Tao.Of(1010) - new Tao(5_035_477), State[Apex].Pool.TaoReserve);
    }

    [Fact] // 40 alpha: 20,141,908 rao of it are sold after the rest, at about a quarter TAO each
    public void sells_the_authors_share_of_the_alpha_that_goes_in()
    {
        var unstaked = Assert.IsType<Unstaked>(When(new Unstake(Bob, Apex, Validator, Alpha.Of(40))));
        Assert.Equal(unstaked.Fee, State.AuthorFees);
        Assert.InRange(unstaked.Fee.Rao, 4_900_000UL, 5_035_477UL);
        Assert.Equal(Alpha.Of(4040), State[Apex].Pool.AlphaReserve);
        Assert.Equal(Tao.Of(1000) - unstaked.Received - unstaked.Fee, State[Apex].Pool.TaoReserve);
    }

    [Fact]
    public void takes_the_share_of_a_move_once()
    {
        var moved = Assert.IsType<Moved>(When(new Move(Bob, Apex, Validator, Targon, Validator, Alpha.Of(40))));
        Assert.Equal((true, Tao.Zero), (moved.Out.Fee > Tao.Zero, moved.In!.Fee));
        Assert.Equal(moved.Out.Fee, State.AuthorFees);
    }

    [Fact]
    public void takes_no_share_where_nothing_is_swapped()
    {
        var staked = Assert.IsType<Staked>(When(new Stake(Alice, NetUid.Root, Validator, Tao.Of(10))));
        Assert.Equal((Tao.Zero, Alpha.Of(10)), (staked.Fee, staked.Received));
    }

    [Fact] // at weights of one half TAO grows by √(0.2525 ÷ 0.25): 4.9876 TAO to the pool, and the author's share before that
    public void fills_up_to_the_last_price_that_its_limit_allows()
    {
        var staked = Assert.IsType<Staked>(When(new Stake(Alice, Apex, Validator, Tao.Of(50), new PriceLimit(252_500_000, AllowPartial: true))));
        Assert.True(staked.Partial);
        Assert.InRange((staked.Paid - staked.Fee).Tokens, 4.9875, 4.9876);
        Assert.Equal(0.2525, State[Apex].SpotPrice.ToDouble(), 6);
        IsRefused(When(new Stake(Alice, Apex, Validator, Tao.Of(50), new PriceLimit(253_000_000, AllowPartial: false))), Refusal.SlippageTooHigh);
    }

    [Fact]
    public void moves_the_weights_and_not_the_price_when_more_is_injected_of_one_side()
    {
        Start(Rules, apexAlpha: 8000); // a quarter of a TAO a block is then worth two alpha, and one may go in
        PassBlocks(1);
        Assert.InRange(State[Apex].Pool.Weight.AboveHalfE18, 1, long.MaxValue);
        Assert.InRange(State[Apex].SpotPrice.ToDouble(), 0.125 * (1 - 1e-3), 0.125); // root's sale is the only swap of the block
    }
}
