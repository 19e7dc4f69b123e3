using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;

namespace Dtao.Strategies.Tests.Sensing;

/// <summary>Slippage is of the average price. Where a pool's limits bound the spot price that an order leaves, the same order gets through by another limit.</summary>
public class LimitTests
{
    private const double Slippage = 0.2;

    private static readonly SubnetQuote Launch = Some.Quote(1, 0.25, tao: 1000), Weighted = Launch with { LimitsAreSpot = true };

    private static readonly Pool Pool = new(Tao.Of(1000), Alpha.Of(4000));

    [Fact]
    public void A_buy_goes_as_far_in_a_weighted_pool_as_at_launch()
    {
        var sight = Some.Sight(10, [Launch], free: 1000);
        var atLaunch = LimitOrder.MostToStake(Pool, Limit(sight.Buy(Launch, 900, Slippage)));
        var weighted = new Balancer(0).MostToStake(Pool, Limit(sight.Buy(Weighted, 900, Slippage)));
        (atLaunch / 1e9).ShouldBe(200, tolerance: 1e-6); // an average of 0.3: 1000 + 200 of TAO for 4000 of alpha
        (weighted / 1e9).ShouldBe(200, tolerance: 1e-3); // and spot at 0.36 = 1200 / 3333.3
    }

    [Fact]
    public void A_sale_goes_as_far_in_a_weighted_pool_as_at_launch()
    {
        var sight = Some.Sight(10, [Launch], held: [(1, 4000)]);
        var atLaunch = LimitOrder.MostToUnstake(Pool, Limit(sight.SellAlpha(Launch, 4000, Slippage)));
        var weighted = new Balancer(0).MostToUnstake(Pool, Limit(sight.SellAlpha(Weighted, 4000, Slippage)));
        (atLaunch / 1e9).ShouldBe(1000, tolerance: 1e-6); // an average of 0.2: 1000 of TAO for 4000 + 1000 of alpha
        (weighted / 1e9).ShouldBe(1000, tolerance: 1e-3); // and spot at 0.16 = 800 / 5000
    }

    private static ulong Limit(LedgerCommand? order) => order switch
    {
        Stake { Limit: { } limit } => limit.Rao,
        Unstake { Limit: { } limit } => limit.Rao,
        _ => throw new InvalidOperationException($"{order} has no limit."),
    };
}
