using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

public sealed class Staking : LedgerSpec
{
    [Fact] // 4000 − 4000·1000 ÷ (1000 + 9.99995), in rao, rounded for the pool
    public void buys_alpha_along_the_curve_and_leaves_the_fee_in_the_pool()
    {
        var staked = Assert.IsType<Staked>(When(new Stake(Alice, Apex, Validator, Tao.Of(10))));
        Assert.Equal(new Alpha(39_603_764_336), staked.Received);
        Assert.Equal(Tao.Of(1010), State[Apex].Pool.TaoReserve);
        Assert.Equal(Tao.Of(90), State.AccountOf(Alice).Free);
        Assert.Equal(staked.Received, State.StakeOf(Alice, Apex, Validator));
    }

    [Fact]
    public void more_than_is_free_is_refused() => IsRefused(When(new Stake(Alice, Apex, Validator, Tao.Of(101))), Refusal.InsufficientTao);

    [Fact]
    public void less_than_the_minimum_and_the_fee_is_refused()
    {
        IsRefused(When(new Stake(Alice, Apex, Validator, new Tao(549_999))), Refusal.AmountTooLow);
        Assert.IsType<Staked>(When(new Stake(Alice, Apex, Validator, new Tao(550_000))));
    }

    [Fact]
    public void on_a_subnet_that_does_not_exist_is_refused() => IsRefused(When(new Stake(Alice, Nowhere, Validator, Tao.Of(1))), Refusal.UnknownSubnet);

    [Fact]
    public void with_a_hotkey_that_does_not_exist_is_refused() => IsRefused(When(new Stake(Alice, Apex, new AccountId(99), Tao.Of(1))), Refusal.UnknownHotkey);

    [Fact]
    public void that_would_leave_less_alpha_than_the_minimum_liquidity_is_refused()
    {
        Start(Some.Rules, free: 1_000_000, apexTao: 1, apexAlpha: 1);
        IsRefused(When(new Stake(Alice, Apex, Validator, Tao.Of(100))), Refusal.InsufficientLiquidity);
    }

    [Fact]
    public void above_its_limit_is_refused_or_cut_as_the_order_says()
    {
        var limit = new PriceLimit(Rao: 252_000_000, AllowPartial: false); // spot is 0.25: 0.252·4000 − 1000 = 8 TAO fit
        IsRefused(When(new Stake(Alice, Apex, Validator, Tao.Of(10), limit)), Refusal.SlippageTooHigh);
        var staked = Assert.IsType<Staked>(When(new Stake(Alice, Apex, Validator, Tao.Of(10), limit with { AllowPartial = true })));
        Assert.Equal((Tao.Of(8), true), (staked.Paid, staked.Partial));
    }

    [Fact]
    public void on_root_is_one_to_one_and_books_the_fee_as_nobodys()
    {
        var staked = Assert.IsType<Staked>(When(new Stake(Alice, NetUid.Root, Validator, Tao.Of(10))));
        Assert.Equal(Tao.Of(10).Rao - 50_000, staked.Received.Rao);
        Assert.Equal(new Tao(50_000), State.Dust);
    }
}
