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

    [Fact] // the lock is 1 TAO, and Targon, the one that is left beside the subnet that goes, stands at 1 TAO an alpha, Apex at ¼
    public void opens_the_new_pool_with_the_whole_lock_at_the_median_price()
    {
        PassBlocks(100);
        var prices = State.Subnets.Select(subnet => subnet.SpotPrice.ToDouble()).ToArray();
        var opened = Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Alice))).Opened;
        Assert.Equal((Tao.Of(1), Tao.Zero), (opened.Pool.TaoReserve, opened.Burned));
        Assert.Equal(2 / (prices[0] + prices[1]), opened.Pool.AlphaReserve.Tokens, 6);
    }
}
