using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

public sealed class Taking_a_subnet_off_the_chain : LedgerSpec
{
    public Taking_a_subnet_off_the_chain() =>
        Start(Some.Rules with { Subnets = Some.Rules.Subnets with { Limit = 2, ImmunityBlocks = 100, OpenAtMedian = true, RateLimitBlocks = 0 } });

    [Fact] // who was there before the run is not immune, who came in it is
    public void is_refused_once_all_are_immune()
    {
        Assert.Equal(Apex, Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Alice))).Netuid);
        Assert.Equal(Targon, Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Alice))).Netuid);
        IsRefused(When(new RegisterSubnet(Alice)), Refusal.NobodyToPrune);
        PassBlocks(100);
        Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Alice)));
    }

    [Fact]
    public void takes_the_one_with_the_lowest_moving_price_and_pays_who_held_its_alpha()
    {
        PassBlocks(100);
        When(new Stake(Alice, Apex, Validator, Tao.Of(30)));
        var (alice, bob) = (State.StakeOf(Alice, Apex, Validator), State.StakeOf(Bob, Apex, Validator));
        var (pot, issued, free) = (State[Apex].Pool.TaoReserve, State.Issued, State.AccountOf(Bob).Free);
        var registered = Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Alice)));
        Assert.Equal((Apex, Apex), (registered.Netuid, registered.Dissolved!.Netuid));
        Assert.Equal([Alice, Bob], registered.Dissolved.Payouts.Select(payout => payout.Account));
        Assert.Equal(pot, registered.Dissolved.Payouts.Aggregate(Tao.Zero, (sum, payout) => sum + payout.Paid));
        Assert.Equal((double)alice.Rao / bob.Rao, (double)registered.Dissolved.Payouts[0].Paid.Rao / registered.Dissolved.Payouts[1].Paid.Rao, 6);
        Assert.Equal(free + registered.Dissolved.Payouts[1].Paid, State.AccountOf(Bob).Free);
        Assert.Equal((Alpha.Zero, issued), (State.StakeOf(Bob, Apex, Validator), State.Issued));
        Ledger.Audit();
    }

    [Fact] // the lock is 1 TAO, and of the two prices only Targon's is left, since Apex goes first
    public void opens_the_new_pool_with_the_whole_lock_at_the_median_price()
    {
        PassBlocks(100);
        var left = State[Targon].SpotPrice.ToDouble();
        var opened = Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Alice))).Opened;
        Assert.Equal((Tao.Of(1), Tao.Zero), (opened.Pool.TaoReserve, opened.Burned));
        Assert.Equal(1 / left, opened.Pool.AlphaReserve.Tokens, 6);
    }

    [Fact] // who registers a third subnet takes Targon's place, and a fourth that of the one which took Apex's; there half of all alpha is in the pool, half staked
    public void withholds_the_part_of_the_pools_own_alpha_where_the_rules_say_so_of_a_subnet_that_came_under_them()
    {
        Start(Some.Rules with { Subnets = Some.Rules.Subnets with { Limit = 2, ImmunityBlocks = 0, OpenAtMedian = true, RateLimitBlocks = 0, WithholdPool = true } });
        var old = Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Alice))).Dissolved!;
        Assert.Equal((Apex, Tao.Zero), (old.Netuid, old.Withheld));
        Assert.True(State[Apex].PoolIsWithheld);
        var staked = Assert.IsType<Staked>(When(new Stake(Bob, Apex, Validator, Tao.Of(1)))).Received;
        Assert.Equal(State[Apex].Pool.AlphaReserve.Tokens, staked.Tokens, 1e-3);
        var pot = State[Apex].Pool.TaoReserve;
        var gone = Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Alice))).Dissolved!;
        Assert.Equal((Apex, pot), (gone.Netuid, gone.PaidOut + gone.Withheld));
        Assert.Equal(0.5, gone.Withheld.Tokens / pot.Tokens, 1e-3);
        Ledger.Audit();
    }

    [Fact]
    public void is_refused_for_want_of_a_place_before_it_is_for_want_of_TAO()
    {
        When(new RegisterSubnet(Alice));
        When(new RegisterSubnet(Alice));
        IsRefused(When(new RegisterSubnet(Validator)), Refusal.NobodyToPrune);
    }
}
