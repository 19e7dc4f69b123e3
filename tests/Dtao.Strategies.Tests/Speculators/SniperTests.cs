using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

public class SniperTests
{
    private static Sniper Bot() => Configured.Strategy<Sniper>(
        "ceiling = 0.05 tao/alpha", "new = 100 blocks", "take = 30%", "holding = 300 blocks", "cash-share = 10%", "pool-share = 50%", "from-root = 0%");

    private static Sight At(long block, double price = 0.02, long registered = 990, decimal held = 0) =>
        Some.Sight(block, [Some.Quote(1, price) with { RegisteredAt = new Block(registered) }, Some.Quote(2, 0.01)], free: 100, held: [(1, held)]);

    [Fact]
    public void It_buys_a_subnet_that_has_just_been_registered() =>
        Bot().Decide(At(1000), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>().ShouldSatisfyAllConditions(
            order => order.Netuid.ShouldBe(Some.Subnet(1)),
            order => order.Amount.ShouldBe(Tao.Of(10)));

    [Theory]
    [InlineData(1000, 0.06, 990)] // above its ceiling
    [InlineData(1000, 0.02, 899)] // 101 blocks old
    [InlineData(50, 0.02, 0)] // there at genesis
    public void It_leaves_alone_what_is_dear_old_or_was_always_there(long block, double price, long registered) =>
        Bot().Decide(At(block, price, registered), Some.Dice()).Commands.ShouldBeEmpty();

    [Fact]
    public void It_is_woken_by_new_subnets() => Bot().Decide(At(1000), Some.Dice()).Conditions.ShouldContain(When.NewSubnet());

    [Theory]
    [InlineData(1000, 0, true)] // one is new
    [InlineData(1200, 0, false)]
    [InlineData(1200, 500, true)] // it has something to sell
    public void It_looks_again_by_itself_only_where_it_could_act(long block, int held, bool looks)
    {
        var bot = Bot();
        bot.Decide(At(1000), Some.Dice());
        bot.Decide(At(block, held: held), Some.Dice()).Conditions.Any(condition => condition.Kind == WakeKind.At).ShouldBe(looks);
    }

    [Theory]
    [InlineData(1100, 0.02, 0)] // 500 alpha bring 9.9 TAO
    [InlineData(1100, 0.03, 1)] // 14.8 TAO, more than 13
    [InlineData(1300, 0.02, 1)] // its time is up
    public void It_sells_all_at_its_gain_or_when_its_time_is_up(long block, double price, int sales)
    {
        var bot = Bot();
        bot.Decide(At(1000), Some.Dice());
        var orders = bot.Decide(At(block, price, held: 500), Some.Dice()).Commands;
        orders.Length.ShouldBe(sales);
        orders.OfType<Unstake>().ShouldAllBe(sale => sale.Amount == Alpha.Of(500) && sale.Limit == null);
    }

    [Fact]
    public void It_does_not_buy_the_same_subnet_twice()
    {
        var bot = Bot();
        bot.Decide(At(1000), Some.Dice());
        bot.Decide(At(1010), Some.Dice()).Commands.ShouldBeEmpty();
    }
}
