using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

public sealed class Unstaking : LedgerSpec
{
    [Fact] // 1000 − 1000·4000 ÷ 4050 = 12.345679012…, less the fee
    public void sells_alpha_along_the_curve_less_the_fee()
    {
        var unstaked = Assert.IsType<Unstaked>(When(new Unstake(Bob, Apex, Validator, Alpha.Of(50))));
        Assert.Equal(new Tao(12_345_679_012 - 50_000), unstaked.Received);
        Assert.Equal(Alpha.Zero, State.StakeOf(Bob, Apex, Validator));
        Assert.Empty(State.AccountOf(Bob).Positions);
    }

    [Fact]
    public void more_than_is_staked_is_refused() => IsRefused(When(new Unstake(Bob, Apex, Validator, Alpha.Of(50.1m))), Refusal.InsufficientAlpha);

    [Fact]
    public void what_is_worth_no_more_than_the_minimum_is_refused() => IsRefused(When(new Unstake(Bob, Apex, Validator, new Alpha(2_000_000))), Refusal.AmountTooLow);

    [Fact]
    public void below_its_limit_is_refused_or_cut_as_the_order_says()
    {
        var limit = new PriceLimit(Rao: 249_000_000, AllowPartial: false); // 1000 ÷ 0.249 − 4000 = 16.064… alpha fit
        IsRefused(When(new Unstake(Bob, Apex, Validator, Alpha.Of(50), limit)), Refusal.SlippageTooHigh);
        var unstaked = Assert.IsType<Unstaked>(When(new Unstake(Bob, Apex, Validator, Alpha.Of(50), limit with { AllowPartial = true })));
        Assert.Equal((new Alpha(16_064_257_028), true), (unstaked.Sold, unstaked.Partial));
    }

    [Fact]
    public void what_was_just_staked_never_gains()
    {
        var staked = Assert.IsType<Staked>(When(new Stake(Alice, Apex, Validator, Tao.Of(10))));
        var unstaked = Assert.IsType<Unstaked>(When(new Unstake(Alice, Apex, Validator, State.StakeOf(Alice, Apex, Validator))));
        Assert.True(unstaked.Received < staked.Paid);
    }
}
