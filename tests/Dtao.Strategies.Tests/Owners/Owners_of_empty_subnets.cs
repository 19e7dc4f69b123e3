using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Owners;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Owners;

public class Owners_of_empty_subnets
{
    private const int Day = Block.PerDay;

    private static Sight At(long block, decimal free = 100, decimal held = 1000, bool owns = true) =>
        Some.Sight(block, [Some.Quote(1, 0.01) with { Owner = owns ? Some.Self : Some.Validator, Ask = Tao.Of(300) }, Some.Quote(2, 0.01)], free, held: [(1, held)]);

    private static Harvester Harvesting() => Configured.Strategy<Harvester>(
        "after = 2 days", "burn = 100%", "buy-for = 2 days", "hold-for = 3 days", "sell-for = 2 days", "rest-for = 4 days", "step = 1 day");

    [Theory]
    [MemberData(nameof(Both))]
    public void They_say_that_their_work_is_worth_nothing_and_to_whom_miners_pay_goes(string name, string setting)
    {
        var owner = Configured.Strategy(Configured.Catalogue.Find(name)!, setting);
        owner.Decide(At(1000), Some.Dice()).Posts.ShouldBe([new Post(Some.Subnet(1), Topic.Output, 0), new Post(Some.Subnet(1), Topic.Burn, 0.9)]);
        owner.Decide(At(2000, owns: false), Some.Dice()).Posts.ShouldBeEmpty();
    }

    public static TheoryData<string, string> Both => new() { { "squatter", "burn = 90%" }, { "harvester", "burn = 90%" } };

    [Fact]
    public void A_squatter_sells_its_share_of_what_it_earns()
    {
        IStrategy squatter = Configured.Strategy<Squatter>("share = 60%", "ask = 0 tao");
        squatter.Decide(At(1000), Some.Dice()).Commands.ShouldBeEmpty();
        squatter.Decide(At(1000 + Day, held: 1100), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBeOfType<Unstake>().Amount.Tokens.ShouldBe(60, tolerance: 1e-6);
    }

    /// <summary>Steps of a day: it buys on days 2 and 3, holds until day 7, sells on days 7 and 8, rests until day 13, buys again.</summary>
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(2, 50, 0)] // one step of two
    [InlineData(3, 100, 0)]
    [InlineData(4, 0, 0)]
    [InlineData(7, 0, 500)]
    [InlineData(8, 0, 1000)]
    [InlineData(9, 0, 0)]
    [InlineData(13, 50, 0)]
    public void A_harvester_buys_holds_sells_and_rests(int day, double tao, double alpha)
    {
        var harvester = Harvesting();
        harvester.Decide(At(1000), Some.Dice());
        var commands = harvester.Decide(At(1000 + day * Day), Some.Dice()).Commands;
        commands.OfType<Stake>().Sum(order => order.Amount.Tokens).ShouldBe(tao, tolerance: 1e-6);
        commands.OfType<Unstake>().Sum(order => order.Amount.Tokens).ShouldBe(alpha, tolerance: 1e-6);
    }

    [Fact]
    public void A_taker_pays_to_be_known_as_far_as_it_has_the_money()
    {
        var taker = Configured.Strategy<Takeover>("after = 1 day", "marketing = 20 tao", "repeat = 1 day");
        taker.Decide(At(1000), Some.Dice());
        taker.Decide(At(1000 + Day), Some.Dice()).Posts[0].ShouldBe(new Post(Some.Subnet(1), Topic.Attention, 0)); // from now on
        var rich = taker.Decide(At(1000 + 2 * Day), Some.Dice());
        rich.Commands.ShouldBe([new Withdraw(Some.Self, Tao.Of(20))]);
        rich.Posts[0].ShouldBe(new Post(Some.Subnet(1), Topic.Attention, 20));
        var poor = taker.Decide(At(1000 + 3 * Day, free: 5, held: 10_000), Some.Dice());
        poor.Posts[0].ShouldBe(new Post(Some.Subnet(1), Topic.Attention, 5));
        poor.Commands.OfType<Unstake>().ShouldHaveSingleItem(); // the cut pays for tomorrow
    }
}
