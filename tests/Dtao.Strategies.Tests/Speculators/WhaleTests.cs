using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

public class WhaleTests
{
    private static Whale Hungry(params string[] settings) =>
        Configured.Strategy<Whale>(["appetite = 100%", "position = 50%", "pool-share = 10%", "profit = 30%", "stop = 50%", "holding = 10 days", .. settings]);

    private static Sight At(long block, decimal free, decimal held = 0, double price = 0.02) =>
        Some.Sight(block, [Some.Quote(1, price)], free, held: [(1, held)]);

    private static Staked Filled(decimal tao, decimal alpha) =>
        new(Some.Self, Some.Subnet(1), Some.Validator, Tao.Of(tao), Tao.Zero, Alpha.Of(alpha), 1, Partial: false);

    /// <summary>A whale that has put half of its 1,000 TAO into 20,000 alpha.</summary>
    private static Whale Full(params string[] settings)
    {
        var whale = Hungry(settings);
        whale.Decide(At(1000, free: 1000), Some.Dice());
        whale.Hear(Filled(500, 20_000));
        return whale;
    }

    [Fact]
    public void It_buys_in_large_steps_of_the_pool() =>
        Hungry().Decide(At(1000, free: 1000), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>().Amount.ShouldBe(Tao.Of(100));

    [Fact]
    public void It_goes_on_buying_until_its_position_is_full()
    {
        var whale = Hungry();
        whale.Decide(At(1000, free: 1000), Some.Dice());
        whale.Hear(Filled(100, 4500));
        whale.Decide(At(3000, free: 900, held: 4500), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>();
        whale.Hear(Filled(400, 15_000));
        whale.Decide(At(5000, free: 500, held: 19_500, price: 0.03), Some.Dice()).Commands.ShouldBeEmpty();
    }

    [Fact]
    public void Without_appetite_it_waits() => Hungry("appetite = 0%").Decide(At(1000, free: 1000), Some.Dice()).Commands.ShouldBeEmpty();

    [Theory]
    [InlineData(0.1, 3000)] // what it holds would bring 30 % more than it paid
    [InlineData(0.01, 3000)] // or half of it
    [InlineData(0.035, 90_000)] // or its time is up
    public void It_unloads_in_steps_at_its_profit_at_its_stop_or_when_its_time_is_up(double price, long block)
    {
        var order = Full().Decide(At(block, free: 500, held: 20_000, price), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBeOfType<Unstake>();
        order.Amount.Tokens.ShouldBe(0.1 * 1000 / price, tolerance: 1e-6);
    }

    [Fact]
    public void It_holds_between() => Full().Decide(At(3000, free: 500, held: 20_000, price: 0.038), Some.Dice()).Commands.ShouldBeEmpty();

    [Fact]
    public void Its_own_impact_on_the_price_is_no_profit()
    {
        // 500 TAO into a pool of 1,000 TAO and 50,000 alpha: the spot price more than doubles, the position would bring what it cost.
        var pool = Some.Quote(1, 1500 / 33_333.333, tao: 1500);
        var whale = Hungry();
        whale.Decide(At(1000, free: 1000), Some.Dice());
        whale.Hear(Filled(500, 16_666.667m));
        whale.Decide(Some.Sight(1100, [pool], 500, held: [(1, 16_666.667m)]), Some.Dice()).Commands.ShouldBeEmpty();
    }

    [Fact]
    public void Once_it_has_unloaded_it_looks_for_something_else()
    {
        var whale = Full();
        whale.Decide(At(3000, free: 500, held: 20_000, price: 0.1), Some.Dice());
        whale.Decide(At(6000, free: 1200), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>();
    }
}
