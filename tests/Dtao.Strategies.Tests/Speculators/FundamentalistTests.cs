using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

public class FundamentalistTests
{
    /// <summary>It judges by moving prices alone, and all of its kind judge alike.</summary>
    private static readonly string[] Plain = ["dispersion = 0", "reading = 0", "outlook = 0", "hope = 0", "newcomer = 0%"];

    /// <summary>Of the market's level it takes its cue; two large subnets at their moving prices keep that near 1.</summary>
    private static Intent Looking(double price, double movingPrice = 0.02, params string[] settings)
    {
        SubnetQuote[] quotes = [Some.Quote(1, price, movingPrice: movingPrice), Some.Quote(2, 0.5), Some.Quote(3, 0.5)];
        var sight = Some.Sight(1000, quotes, free: 10_000, held: [(1, 100_000)]);
        return Configured.Strategy<Fundamentalist>([.. Plain, "margin = 20%", "least-order = 0.1 tao", .. settings]).Decide(sight, Some.Dice());
    }

    [Fact]
    public void It_buys_below_value() => Looking(0.01).Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>().Netuid.ShouldBe(Some.Subnet(1));

    [Fact]
    public void It_sells_above_value() => Looking(0.04).Commands.ShouldHaveSingleItem().ShouldBeOfType<Unstake>().Netuid.ShouldBe(Some.Subnet(1));

    [Fact]
    public void A_small_mispricing_is_left_alone() => Looking(0.021).Commands.ShouldBeEmpty();

    [Fact]
    public void A_subnet_without_a_moving_price_has_no_value_to_judge_by() => Looking(0.01, movingPrice: 0).Commands.ShouldBeEmpty();

    [Fact]
    public void Demand_grows_with_phi_and_with_the_mispricing()
    {
        double Spent(double price, string phi) => ((Stake)Looking(price, 0.02, "pool-share = 100%", $"phi = {phi}").Commands[0]).Amount.Tokens;
        Spent(0.01, "2%").ShouldBe(2 * Spent(0.01, "1%"), tolerance: 1e-6);
        Spent(0.005, "1%").ShouldBe(2 * Spent(0.01, "1%"), tolerance: 0.2);
    }

    [Theory]
    [InlineData("100%", 0)]
    [InlineData("0%", 3)]
    public void A_market_that_has_risen_as_a_whole_is_dear_only_to_those_who_judge_by_moving_prices(string relative, int sold)
    {
        var sight = Some.Sight(1000, Enumerable.Range(1, 3).Select(i => Some.Quote(i, 0.02 * i, movingPrice: 0.004 * i)), free: 100, held: [(1, 100), (2, 100), (3, 100)]);
        Configured.Strategy<Fundamentalist>([.. Plain, $"relative = {relative}"]).Decide(sight, Some.Dice()).Commands.Length.ShouldBe(sold);
    }

    [Fact]
    public void Its_estimates_spread_as_far_as_the_knob_says_and_stay_spread()
    {
        var buyers = Enumerable.Range(0, 400).Count(agent =>
        {
            var judge = Configured.Strategy<Fundamentalist>([.. Plain, "dispersion = 1", "margin = 0%", "revision = 1 day"]);
            SubnetQuote[] quotes = [Some.Quote(1, 0.02 * Math.E), Some.Quote(2, 0.02)];
            quotes[0] = quotes[0] with { MovingPrice = 0.02 };
            quotes[1] = quotes[1] with { MovingPrice = 0.02 * Math.E }; // level 1, so subnet 1 stands one standard deviation too high
            judge.Decide(Some.Sight(1000, quotes, free: 100), Some.Dice(1, (ulong)agent));
            var commands = judge.Decide(Some.Sight(100_000, [quotes[0], quotes[1] with { Price = 1e9, MovingPrice = 1e9 }], free: 100), Some.Dice(2, (ulong)agent)).Commands;
            return commands.OfType<Stake>().Any(order => order.Netuid == Some.Subnet(1));
        });
        buyers.ShouldBeInRange(20, 110); // 15.9 % of 400 think it cheap; of those, some pick the other subnet
    }

    [Fact]
    public void A_subnet_that_nobody_can_price_changes_nothing_of_what_it_thinks_of_the_others()
    {
        SubnetQuote[] priced = [.. Enumerable.Range(1, 9).Where(netuid => netuid != 4).Select(netuid => Some.Quote(netuid, 0.01 * netuid))];
        SubnetQuote[] all = [.. priced[..3], Some.Quote(4, 0.04) with { Price = 0 }, .. priced[3..]];
        var ordered = 0;
        for (var agent = 0; agent < 50; agent++)
        {
            var (one, other) = (Judge(), Judge());
            for (var look = 1; look <= 3; look++)
            {
                var orders = Orders(one, priced, look, agent);
                Orders(other, all, look, agent).ShouldBe(orders);
                ordered += orders.Length;
            }
        }
        ordered.ShouldBeGreaterThan(100);

        static Fundamentalist Judge() => Configured.Strategy<Fundamentalist>([.. Plain, "dispersion = 1", "margin = 10%", "least-order = 0.1 tao", "revision = 1 day"]);
        static LedgerCommand[] Orders(Fundamentalist judge, SubnetQuote[] quotes, int look, int agent) =>
            [.. judge.Decide(Some.Sight(4000 * look, quotes, free: 100, held: [(2, 1000), (7, 1000)]), Some.Dice(look, (ulong)agent)).Commands];
    }

    /// <summary>Three subnets at their moving prices, of which it holds the first: it does nothing unless it has heard something.</summary>
    private static Sight Fair(long block = 1000, params Heard[] heard) =>
        Some.Sight(block, [Some.Quote(1, 0.02), Some.Quote(2, 0.5), Some.Quote(3, 0.5)], free: 10_000, held: [(1, 100_000)], heard: heard);

    private static Fundamentalist Judge(params string[] settings) => Configured.Strategy<Fundamentalist>([.. Plain, "margin = 20%", "revision = 1 day", .. settings]);

    private static string Ordered(Intent intent) => string.Join(' ', intent.Commands.Select(command => command is Stake ? "buy" : "sell"));

    [Theory]
    [InlineData(1, 0.5, "buy")]
    [InlineData(1, -0.5, "sell")]
    [InlineData(1, 0.1, "")] // within its margin
    [InlineData(0, 0.5, "buy")]
    [InlineData(0, -0.5, "sell")] // all are dear; it holds but one
    [InlineData(1, double.NaN, "")]
    public void News_of_a_subnet_or_of_the_market_changes_what_it_takes_it_to_be_worth(int about, double news, string orders) =>
        Ordered(Judge().Decide(Fair(heard: Some.Heard(about, Topic.News, news)), Some.Dice())).ShouldBe(orders);

    [Fact]
    public void News_is_forgotten_as_its_estimates_are_revised()
    {
        var judge = Judge();
        Ordered(judge.Decide(Fair(heard: Some.Heard(1, Topic.News, 0.5)), Some.Dice())).ShouldBe("buy");
        Ordered(judge.Decide(Fair(1000 + Block.PerDay / 2), Some.Dice())).ShouldBe("buy");
        Ordered(judge.Decide(Fair(1000 + 2 * Block.PerDay), Some.Dice())).ShouldBe("");
    }

    [Theory]
    [InlineData("0", 100, 100)]
    [InlineData("2", 35, 72)] // a weight above 0.8 has a chance of 54 %
    public void Readers_of_the_same_news_differ_as_far_as_the_knob_says(string reading, int atLeast, int atMost) =>
        Enumerable.Range(0, 100).Count(agent => Ordered(Judge($"reading = {reading}").Decide(Fair(heard: Some.Heard(1, Topic.News, 0.25)), Some.Dice(1, (ulong)agent))) == "buy")
            .ShouldBeInRange(atLeast, atMost);

    [Theory]
    [InlineData("0.5", "buy")]
    [InlineData("0", "")]
    [InlineData("-0.5", "sell")]
    public void Its_outlook_lifts_all_that_it_looks_at(string outlook, string orders) => Ordered(Judge($"outlook = {outlook}").Decide(Fair(), Some.Dice())).ShouldBe(orders);

    [Fact]
    public void Hope_fades()
    {
        var judge = Judge("hope = 0.5");
        Ordered(judge.Decide(Fair(), Some.Dice())).ShouldBe("buy");
        Ordered(judge.Decide(Fair(1000 + 2 * Block.PerDay), Some.Dice())).ShouldBe("");
    }

    [Theory]
    [InlineData(1, "sell")]
    [InlineData(0.1, "")] // within its margin
    public void It_disdains_what_pays_for_holding(double forHolding, string orders) =>
        Ordered(Judge("disdain = 1").Decide(Fair(heard: Some.Heard(1, Topic.PayForHolding, forHolding)), Some.Dice())).ShouldBe(orders);

    [Theory] // a tenth of the median of 0, 0.5 and 0.5 is 0.05
    [InlineData(0.01, "buy")]
    [InlineData(0.05, "")]
    [InlineData(0.2, "sell")]
    public void A_newcomer_is_worth_a_share_of_the_median(double price, string orders) => Ordered(Looking(price, movingPrice: 0, "newcomer = 10%")).ShouldBe(orders);
}
