using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

/// <summary>A subnet with 100,000 alpha in its pool of 1,000 TAO and as much outside: at 10 years, 1 TAO a day is worth 0.01825 TAO an alpha.</summary>
public class RevenueAnalystTests
{
    private static RevenueAnalyst Reading(params string[] settings) => Configured.Strategy<RevenueAnalyst>(
        ["multiple = 10", "faith = 0%", "dispersion = 0", "margin = 20%", "phi = 1%", "pool-share = 100%", "cash-share = 100%", "averaging = 1 day", "slippage = 100%", .. settings]);

    private static Sight At(long block, decimal held, params Heard[] heard) => Some.Sight(block, [Some.Quote(1, 0.01, staked: 100_000)], free: 500, held: [(1, held)], heard: heard);

    private static Heard Revenue(double aDay) => Some.Heard(1, Topic.Revenue, aDay);

    private static Heard BuyBack(double aDay) => Some.Heard(1, Topic.BuyBack, aDay);

    [Theory]
    [InlineData(1, 6.016)] // 1 % of the pool a unit of ln(0.01825 ÷ 0.01)
    [InlineData(0.6, 0)] // ln(0.01095 ÷ 0.01) is within the margin
    public void It_buys_what_trades_below_the_multiple_of_its_buy_backs(double aDay, double tao) =>
        Reading().Decide(At(1000, 0, Revenue(2), BuyBack(aDay)), Some.Dice()).Commands.OfType<Stake>().Sum(order => order.Amount.Tokens).ShouldBe(tao, tolerance: 0.01);

    [Fact]
    public void Revenue_that_buys_nothing_back_counts_as_far_as_its_faith_goes()
    {
        Reading().Decide(At(1000, 0, Revenue(5)), Some.Dice()).Commands.ShouldBeEmpty();
        Reading("faith = 20%").Decide(At(1000, 0, Revenue(5)), Some.Dice()).Commands.OfType<Stake>().ShouldHaveSingleItem().Amount.Tokens.ShouldBe(6.016, tolerance: 0.01);
    }

    [Fact]
    public void It_sells_what_trades_above()
    {
        var sold = Reading().Decide(At(1000, 5000, Revenue(1), BuyBack(0.2)), Some.Dice()).Commands.OfType<Unstake>().ShouldHaveSingleItem();
        sold.Amount.Tokens.ShouldBe(0.01 * Math.Log(0.01 / 0.00365) * 100_000, tolerance: 0.1);
    }

    [Fact]
    public void What_earns_nothing_it_sells() => Reading().Decide(At(1000, 5000), Some.Dice()).Commands.OfType<Unstake>().ShouldHaveSingleItem().Amount.ShouldBe(Alpha.Of(5000));

    [Fact]
    public void Newer_books_move_what_it_takes_for_usual_by_the_time_that_has_passed()
    {
        var analyst = Reading();
        analyst.Decide(At(1000, 0, BuyBack(1)), Some.Dice());
        var worth = (Math.Exp(-1) * 1 + (1 - Math.Exp(-1)) * 3) * 0.01825;
        analyst.Decide(At(1000 + Block.PerDay, 0, BuyBack(3)), Some.Dice()).Commands.OfType<Stake>().ShouldHaveSingleItem()
            .Amount.Tokens.ShouldBe(10 * Math.Log(worth / 0.01), tolerance: 0.01);
    }
}
