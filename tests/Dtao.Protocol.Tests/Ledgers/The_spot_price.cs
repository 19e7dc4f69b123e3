using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

/// <summary>It is worked out once for a state of the pool, and anew for each other one.</summary>
public sealed class The_spot_price : LedgerSpec
{
    [Fact]
    public void follows_the_pool()
    {
        var subnet = State[Apex];
        var before = subnet.SpotPrice;
        subnet.Pool = subnet.Pool.Inject(subnet.Pool.TaoReserve, Alpha.Zero);
        Assert.Equal(subnet.Curve.SpotPrice(subnet.Pool), subnet.SpotPrice);
        Assert.True(subnet.SpotPrice > before);
    }

    [Fact]
    public void follows_the_curve()
    {
        var subnet = State[Apex];
        Assert.NotEqual(I96F32.One, subnet.SpotPrice);
        subnet.Curve = OneToOne.Curve;
        Assert.Equal(I96F32.One, subnet.SpotPrice);
    }

    [Fact]
    public void is_that_of_the_pool_after_any_block()
    {
        for (var block = 0; block < 50; block++)
        {
            When(new Stake(Alice, Apex, Validator, Tao.Of(1)));
            Assert.All(State.Subnets, subnet => Assert.Equal(subnet.Curve.SpotPrice(subnet.Pool), subnet.SpotPrice));
            PassBlocks(1);
        }
    }
}
