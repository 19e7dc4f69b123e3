using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Owners;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Owners;

public class TakeoverTests
{
    private const long Time = 1000 + Block.PerDay;

    private static readonly Tao Price = Tao.Of(300);

    private static Takeover Taker(params string[] settings) => Configured.Strategy<Takeover>(
        ["after = 1 day", "rank-from = 40%", "rank-to = 70%", "pool-from = 0 tao", "pool-to = 1000000 tao", "most = 500 tao", "pay-for-holding = 100%", "repeat = 1 day", .. settings]);

    /// <summary>Ten subnets; the tenth is the dearest, so that the ranks from 40 % to 70 % are the sixth, the fifth and the fourth.</summary>
    private static Sight At(long block, Tao? ask, decimal free = 1000, int own = 0) => Some.Sight(
        block, Enumerable.Range(1, 10).Select(i => Some.Quote(i, 0.01 * i) with { Ask = ask, Owner = i == own ? Some.Self : Some.Validator }), free);

    /// <summary>What it does once its time has come.</summary>
    private static Intent Coming(Sight then, ulong agent = 1, params string[] settings)
    {
        var taker = Taker(settings);
        taker.Decide(At(1000, Price), Some.Dice(1, agent));
        return taker.Decide(then, Some.Dice(2, agent));
    }

    [Fact]
    public void It_sleeps_until_its_time()
    {
        var intent = Taker().Decide(At(1000, Price), Some.Dice());
        intent.Commands.ShouldBeEmpty();
        intent.Conditions.ShouldBe([When.At(new Block(Time))]);
    }

    [Fact]
    public void It_buys_one_of_the_subnets_in_its_ranks_and_any_of_them()
    {
        var bought = Enumerable.Range(0, 60).Select(agent => Coming(At(Time, Price), (ulong)agent).Commands.ShouldHaveSingleItem().ShouldBeOfType<BuySubnet>()).ToArray();
        bought.ShouldAllBe(order => order.Most == Tao.Of(500));
        bought.Select(order => (int)order.Netuid.Value).Distinct().Order().ShouldBe([4, 5, 6]);
    }

    [Theory]
    [InlineData("0 tao", "1000 tao", 3)]
    [InlineData("0 tao", "999 tao", 0)]
    [InlineData("1000 tao", "5000 tao", 3)]
    [InlineData("1001 tao", "5000 tao", 0)]
    public void It_takes_none_with_more_or_less_in_its_pool_than_it_wants(string from, string to, int any) // each has 1,000 TAO
    {
        string[] settings = [$"pool-from = {from}", $"pool-to = {to}"];
        var bought = Enumerable.Range(0, 60).SelectMany(agent => Coming(At(Time, Price), (ulong)agent, settings).Commands.OfType<BuySubnet>());
        bought.Select(order => order.Netuid).Distinct().Count().ShouldBe(any);
    }

    [Theory]
    [InlineData(null, 1000)] // not for sale
    [InlineData(501, 1000)] // more than it pays
    [InlineData(300, 299)] // more than it has
    public void Without_a_fitting_offer_it_waits(int? ask, int free)
    {
        var intent = Coming(At(Time, ask is { } asked ? Tao.Of(asked) : null, free));
        intent.Commands.ShouldBeEmpty();
        intent.Conditions.ShouldBe([When.In(new Block(Time), Block.PerHour)]);
    }

    [Theory]
    [InlineData("100%", 1)]
    [InlineData("40%", 0.4)]
    public void Once_it_owns_a_subnet_it_publishes_what_its_code_pays_for(string knob, double forHolding)
    {
        var intent = Coming(At(Time, Price, own: 5), settings: $"pay-for-holding = {knob}");
        intent.Commands.ShouldBeEmpty();
        intent.Posts.ShouldBe([new Post(Some.Subnet(5), Topic.PayForHolding, forHolding)]);
        intent.Conditions.ShouldBe([When.In(new Block(Time), Block.PerDay)]);
    }
}
