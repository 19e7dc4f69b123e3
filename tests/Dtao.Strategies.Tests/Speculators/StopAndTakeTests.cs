using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

public class StopAndTakeTests
{
    private static Sight At(long block, double price, decimal held = 0) => Some.Sight(block, [Some.Quote(1, price)], free: 100, held: [(1, held)]);

    private static StopAndTake Bot() => Configured.Strategy<StopAndTake>("ceiling = 0.003 tao/alpha", "stop = 40%", "take = 10%", "holding = 1 day");

    /// <summary>A bot that bought 1,000 alpha at 0.002 in block 1000.</summary>
    private static StopAndTake Holder()
    {
        var bot = Bot();
        bot.Decide(At(1000, 0.002), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>();
        bot.Hear(new Staked(Some.Self, Some.Subnet(1), Some.Validator, Tao.Of(2), Tao.Zero, Alpha.Of(1000), 1, Partial: false));
        return bot;
    }

    [Fact]
    public void Above_its_ceiling_it_sleeps_until_the_price_falls_below()
    {
        var intent = Bot().Decide(At(1000, 0.01), Some.Dice());
        intent.Commands.ShouldBeEmpty();
        intent.Conditions.ShouldContain(When.Below(Some.Subnet(1), 0.003));
    }

    [Fact]
    public void Below_its_ceiling_it_buys_and_waits_for_the_fill()
    {
        var intent = Bot().Decide(At(1000, 0.002), Some.Dice());
        intent.Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>();
        intent.Conditions.ShouldContain(When.Fill());
    }

    [Fact]
    public void Holding_it_sleeps_until_its_take_its_stop_or_its_time()
    {
        var intent = Holder().Decide(At(1001, 0.002, held: 1000), Some.Dice());
        intent.Commands.ShouldBeEmpty();
        intent.Conditions.Select(c => (c.Kind, Math.Round(c.Price, 6), c.Blocks)).ShouldBe(
            [(WakeKind.PriceAbove, 0.0022, 0), (WakeKind.PriceBelow, 0.0012, 0), (WakeKind.At, 0, 1000 + Block.PerDay)]);
    }

    [Theory]
    [InlineData(0.0023, 2000)]
    [InlineData(0.0011, 2000)]
    [InlineData(0.002, 1000 + Block.PerDay)]
    public void It_sells_all_of_it_at_its_take_at_its_stop_and_when_its_time_is_up(double price, long block)
    {
        var order = Holder().Decide(At(block, price, held: 1000), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBeOfType<Unstake>();
        (order.Amount, order.Limit).ShouldBe((Alpha.Of(1000), null));
    }

    [Fact]
    public void After_a_sale_it_rests_before_it_buys_again()
    {
        var intent = Holder().Decide(At(2000, 0.001, held: 1000), Some.Dice());
        intent.Conditions.ShouldHaveSingleItem().Kind.ShouldBe(WakeKind.At);
    }

    [Fact]
    public void Alpha_that_it_was_born_with_has_cost_what_it_stands_at()
    {
        var bot = Bot();
        bot.Decide(At(1000, 0.5, held: 1000), Some.Dice()).Commands.ShouldBeEmpty();
        bot.Decide(At(1001, 0.56, held: 1000), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBeOfType<Unstake>();
    }
}
