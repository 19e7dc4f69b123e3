using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

public class NewswireTests
{
    private const int Looks = 2000;

    /// <summary>Two subnets with news every two days each, and a market with news every day: one piece in two is the market's, and one comes every half day.</summary>
    private static Intent[] Wire(SubnetQuote[] quotes, params string[] settings)
    {
        var wire = Configured.Strategy<Newswire>(["every = 2 days", "market-every = 1 days", "size = 5%", "market-size = 5%", "tail = 2", "largest = 1000%", .. settings]);
        return [.. Enumerable.Range(0, Looks).Select(i => wire.Decide(Some.Sight(1000, quotes, free: 100), Some.Dice(i)))];
    }

    private static Intent[] Wire(params string[] settings) => Wire([Some.Quote(1, 0.02), Some.Quote(2, 0.5)], settings);

    [Fact]
    public void Each_piece_is_one_post_and_no_order() =>
        Wire().ShouldAllBe(intent => intent.Commands.IsEmpty && intent.Posts.Length == 1 && intent.Posts[0].Topic == Topic.News);

    [Fact]
    public void News_of_the_market_and_of_each_subnet_come_as_often_as_the_knobs_say()
    {
        var about = Wire().Select(intent => intent.Posts[0].Netuid).ToArray();
        about.Count(netuid => netuid == NetUid.Root).ShouldBeInRange(930, 1070);
        about.Count(netuid => netuid == Some.Subnet(1)).ShouldBeInRange(440, 560);
    }

    [Fact]
    public void It_comes_at_Poisson_times() =>
        Wire().Average(intent => intent.Conditions.ShouldHaveSingleItem().Blocks - 1000.0).ShouldBeInRange(3350, 3850); // half a day is 3,600 blocks

    [Fact]
    public void Half_of_it_is_good() => Wire().Count(intent => intent.Posts[0].Value > 0).ShouldBeInRange(930, 1070);

    [Fact]
    public void Its_sizes_have_the_power_law_tail_of_the_knob()
    {
        var sizes = Wire().Select(intent => Math.Abs(intent.Posts[0].Value)).ToArray();
        sizes.Min().ShouldBeGreaterThanOrEqualTo(0.05);
        (sizes.Length / sizes.Sum(size => Math.Log(size / 0.05))).ShouldBeInRange(1.85, 2.15); // Hill's estimate of 2
    }

    [Fact]
    public void None_is_larger_than_the_largest() => Wire("largest = 10%").Max(intent => Math.Abs(intent.Posts[0].Value)).ShouldBe(0.1);

    [Fact]
    public void Without_subnets_all_news_is_the_markets() => Wire(quotes: []).ShouldAllBe(intent => intent.Posts[0].Netuid == NetUid.Root);
}
