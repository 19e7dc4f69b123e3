using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

public sealed class Founding_a_subnet : LedgerSpec
{
    private static readonly NetUid Third = new(3);

    public Founding_a_subnet() => Start(Some.Rules with { Subnets = Some.Rules.Subnets with { LastLockRao = 10_000_000_000, LastLockAgeBlocks = 7200 } });

    [Fact] // twice the last 10 TAO, less 7200 blocks of ⌊10¹⁰ ÷ 100800⌋ rao
    public void opens_a_pool_at_price_1_and_burns_the_rest_of_the_lock()
    {
        var issued = State.Issued;
        var cost = new Tao(20_000_000_000 - 7200 * 99_206);
        Assert.Equal(new SubnetRegistered(Alice, Third, cost, new(new Pool(Tao.Of(1), Alpha.Of(1)), cost - Tao.Of(1))), When(new RegisterSubnet(Alice)));
        Assert.Equal((Tao.Of(100) - cost, cost - Tao.Of(1)), (State.AccountOf(Alice).Free, State.Burned));
        Assert.Equal(issued - State.Burned, State.Issued);
        var subnet = State[Third];
        Assert.Equal((Alice, State.Block, I96F32.Zero, Alpha.Zero), (subnet.Owner, subnet.RegisteredAt, subnet.MovingPrice, subnet.AlphaOut));
        Assert.Equal((ushort)0, subnet.UidOf(Alice));
    }

    [Fact]
    public void doubles_the_cost_for_the_next()
    {
        Assert.Equal(Tao.Of(20) - new Tao(7201 * 99_206), Ledger.View().SubnetCost);
        var cost = Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Alice))).Lock;
        Assert.Equal(new Tao(2 * cost.Rao - cost.Rao / 100_800), Ledger.View().SubnetCost);
        Assert.Equal(State.Block + 7200, Ledger.View().SubnetOpenFrom);
    }

    [Fact] // at half the emission the last 10 TAO are worn off in 50,400 blocks
    public void costs_less_the_sooner_after_TAO_has_halved()
    {
        Start(Some.Rules with { Subnets = Some.Rules.Subnets with { LastLockRao = 10_000_000_000, LastLockAgeBlocks = 7200 } }, elsewhere: 10_600_000);
        Assert.Equal(new Tao(20_000_000_000 - 7200 * 198_412), Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Alice))).Lock);
    }

    [Fact]
    public void costs_twice_the_last_lock_for_ever_where_no_TAO_is_made()
    {
        Start(Some.Rules with { BlockEmissionRao = 0, Subnets = Some.Rules.Subnets with { LastLockRao = 10_000_000_000, LastLockAgeBlocks = 7200 } });
        Assert.Equal(Tao.Of(20), Ledger.View().SubnetCost);
    }

    [Fact]
    public void within_a_day_of_another_is_refused_whoever_asks()
    {
        Start(Some.Rules);
        Assert.Equal(Tao.Of(1), Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Alice))).Lock);
        PassBlocks(7199);
        IsRefused(When(new RegisterSubnet(Bob)), Refusal.SubnetsTooSoon);
        PassBlocks(1);
        Assert.Equal(new NetUid(4), Assert.IsType<SubnetRegistered>(When(new RegisterSubnet(Bob))).Netuid);
    }

    [Fact]
    public void for_more_than_is_free_is_refused()
    {
        Start(Some.Rules with { Subnets = Some.Rules.Subnets with { LastLockRao = 60_000_000_000, LastLockAgeBlocks = 7200 } });
        IsRefused(When(new RegisterSubnet(Alice)), Refusal.InsufficientTao);
    }

    [Fact]
    public void lets_it_live_like_any_other()
    {
        When(new RegisterSubnet(Alice));
        PassBlocks(1);
        Assert.IsType<Staked>(When(new Stake(Bob, Third, Alice, Tao.Of(5))));
        Assert.IsType<NeuronRegistered>(When(new RegisterNeuron(Bob, Third)));
        PassBlocks(800);
        var quote = Ledger.View().Find(Third)!.Value;
        Assert.True(quote.MovingPrice > 0);
        Assert.True(State.StakeOf(Alice, Third, Alice) > Alpha.Zero); // its owner's cut
        Ledger.Audit();
    }

    [Fact]
    public void gives_no_subnet_TAO_before_its_moving_price_is_above_0()
    {
        When(new RegisterSubnet(Alice));
        Ledger.OpenBlock(State.Block + 1);
        Assert.Equal(Tao.Zero, State[Third].TaoEmission);
    }
}
