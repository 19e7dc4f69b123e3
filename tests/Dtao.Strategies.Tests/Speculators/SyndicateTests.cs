using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

public class SyndicateTests
{
    private static readonly Heard Told = Some.Heard(1, Topic.PayForHolding, 1);

    /// <summary>It looks at every wake and does at once what it wants to.</summary>
    private static Syndicate Club(params string[] settings) => Configured.Strategy<Syndicate>(
        ["pause = 1 blocks", "step = 1 blocks", "pool-share = 100%", "cash-share = 100%", "from-root = 0%", "trust = 80%", "believe = 50%", "budget = 70%",
            "profit = 50%", "trail = 40%", "patience = 10 days", "nerve = 30%", "talk = 0%", "others = 50%", .. settings]);

    private static Sight At(long block, double price = 0.02, decimal held = 0, decimal free = 100, params Heard[] heard) =>
        Some.Sight(block, [Some.Quote(1, price, staked: 50_000), Some.Quote(2, 0.02)], free, held: [(1, held)], heard: heard);

    private static Intent Deciding(Syndicate club, Sight sight) => club.Decide(sight, Some.Dice(sight.Now.Height));

    /// <summary>One that has spent its 70 TAO on subnet 1 at 0.02.</summary>
    private static Syndicate Holder(params string[] settings)
    {
        var club = Club(settings);
        Deciding(club, At(1000, heard: Told)).Commands.OfType<Stake>().ShouldHaveSingleItem();
        club.Hear(new Staked(Some.Self, Some.Subnet(1), Some.Validator, Tao.Of(70), Tao.Zero, Alpha.Of(3500), 1, Partial: false));
        return club;
    }

    [Fact]
    public void It_buys_nothing_that_is_not_said_to_pay_for_holding() => Deciding(Club(), At(1000)).Commands.ShouldBeEmpty();

    [Theory]
    [InlineData(0.5, 0)] // a post of 0.5 that it trusts to 80 % makes a credence of 0.4
    [InlineData(1, 1)]
    public void It_asks_for_some_credence(double said, int orders) =>
        Deciding(Club(), At(1000, heard: Some.Heard(1, Topic.PayForHolding, said))).Commands.Length.ShouldBe(orders);

    [Fact]
    public void It_puts_its_budget_into_the_subnet_that_it_believes_in() =>
        Deciding(Club(), At(1000, heard: Told)).Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>().ShouldSatisfyAllConditions(
            order => order.Netuid.ShouldBe(Some.Subnet(1)),
            order => order.Amount.ShouldBe(Tao.Of(70)));

    [Fact]
    public void Of_two_it_takes_the_one_that_it_believes_in_more() =>
        Deciding(Club(), At(1000, heard: [Some.Heard(1, Topic.PayForHolding, 0.7), Some.Heard(2, Topic.PayForHolding, 1)]))
            .Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>().Netuid.ShouldBe(Some.Subnet(2));

    [Fact]
    public void Its_budget_spent_it_holds() => Deciding(Holder(), At(1100, held: 3500, free: 30)).Commands.ShouldBeEmpty();

    [Fact] // 3,500 alpha bring 65.4 TAO; with 30 TAO free that is 68.6 % of its wealth
    public void It_tells_what_it_holds()
    {
        var post = Deciding(Holder("talk = 100%"), At(1100, held: 3500, free: 30)).Posts.ShouldHaveSingleItem();
        (post.Netuid, post.Topic).ShouldBe((Some.Subnet(1), Topic.Holding));
        post.Value.ShouldBe(0.686, tolerance: 0.001);
    }

    [Theory]
    [InlineData(1200, 0.02, 0)]
    [InlineData(1200, 0.04, 1)] // 122.8 TAO, more than 105: its profit
    [InlineData(1200, 0.0119, 1)] // below 60 % of its peak of 0.02: its trail
    [InlineData(1000 + 10 * Block.PerDay, 0.02, 1)] // its patience
    public void It_sells_out_at_its_profit_below_its_peak_and_when_its_time_is_up(long block, double price, int sales)
    {
        var club = Holder();
        Deciding(club, At(1100, held: 3500, free: 30));
        var orders = Deciding(club, At(block, price, held: 3500, free: 30)).Commands;
        orders.Length.ShouldBe(sales);
        orders.OfType<Unstake>().ShouldAllBe(sale => sale.Amount == Alpha.Of(3500) && sale.Limit != null);
    }

    [Fact]
    public void Once_it_leaves_it_goes_on_until_nothing_is_left()
    {
        var club = Holder();
        Deciding(club, At(1100, 0.04, held: 3500, free: 30)).Commands.ShouldHaveSingleItem().ShouldBeOfType<Unstake>();
        Deciding(club, At(1200, 0.02, held: 2000, free: 60)).Commands.ShouldHaveSingleItem().ShouldBeOfType<Unstake>().Amount.ShouldBe(Alpha.Of(2000));
    }

    /// <remarks>With all weight behind it the say takes 64 % of credence; half of that part of 50,000 alpha into a pool of 50,000 is a fall of 2 ln 1.32, 56 %.</remarks>
    [Theory]
    [InlineData("30%", "35%", 1, false)] // beyond what a limit would bear: at any price
    [InlineData("30%", "60%", 1, true)]
    [InlineData("80%", "35%", 0, false)] // it has the nerve
    public void It_leaves_where_it_fears_that_others_will(string nerve, string slippage, int sales, bool isLimited)
    {
        var club = Holder($"nerve = {nerve}", $"slippage = {slippage}");
        var orders = Deciding(club, At(1100, held: 3500, free: 30, heard: [Some.Heard(1, Topic.StakeShare, 1), Some.Heard(1, Topic.PayForSelling, 1)])).Commands;
        orders.Length.ShouldBe(sales);
        orders.OfType<Unstake>().ShouldAllBe(sale => (sale.Limit != null) == isLimited);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(7, false)] // its own account: it has a place
    public void It_takes_a_place_as_a_miner_where_it_has_none(int miner, bool registers) =>
        Deciding(Club(), At(1000, heard: Told).Showing(Pages.OfEpoch(1, 900, 150, Pages.Miner(miner, paid: 1, held: 100))))
            .Commands.OfType<RegisterNeuron>().Any().ShouldBe(registers);
}
