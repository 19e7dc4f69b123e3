using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

public class MemeHerderTests
{
    private static readonly Heard Bull = Some.Heard(1, Topic.Holding, 0.2), Bear = Some.Heard(1, Topic.Holding, 0);

    private static MemeHerder Herder(params string[] settings) => Configured.Strategy<MemeHerder>(["switching = 100", .. settings]);

    private static Sight At(long day, double price = 0.02, decimal held = 0, params IEnumerable<Heard> heard) =>
        Some.Sight(1000 + day * 7200, [Some.Quote(1, price), Some.Quote(2, 0.02)], free: 100, held: [(1, held)], heard: heard);

    private static double ShareThatBuys(string[] settings, params IEnumerable<Heard> heard) => Enumerable.Range(0, 300).Count(agent =>
    {
        var herder = Configured.Strategy<MemeHerder>(settings);
        herder.Decide(At(0), Some.Dice(1, (ulong)agent));
        return herder.Decide(At(1, heard: heard), Some.Dice(2, (ulong)agent)).Commands.OfType<Stake>().Any();
    }) / 300.0;

    [Fact]
    public void What_nobody_speaks_of_and_does_not_move_goes_unnoticed() => ShareThatBuys(["switching = 100"]).ShouldBe(0);

    [Fact]
    public void The_more_others_hold_it_the_more_believe_in_it_and_buy()
    {
        var (few, many) = (ShareThatBuys([], Bull), ShareThatBuys([], Enumerable.Repeat(Bull, 20)));
        few.ShouldBeGreaterThan(0.1);
        many.ShouldBeGreaterThan(few + 0.1);
    }

    [Fact]
    public void Those_who_have_sold_talk_it_down() =>
        ShareThatBuys([], Enumerable.Repeat(Bear, 20)).ShouldBeLessThan(ShareThatBuys([], Bull));

    [Fact]
    public void A_rise_is_noticed_without_any_talk()
    {
        var herder = Herder("trend = 5");
        herder.Decide(At(0), Some.Dice(1));
        herder.Decide(At(1, price: 0.04), Some.Dice(2)).Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>().Netuid.ShouldBe(Some.Subnet(1));
    }

    [Fact]
    public void Being_told_of_a_rise_pushes_as_the_rise_does()
    {
        var told = Some.Heard(1, Topic.PriceChange, 1);
        ShareThatBuys(["hearsay = 100%"], Bull, told).ShouldBeGreaterThan(ShareThatBuys(["hearsay = 0%"], Bull, told));
    }

    [Fact]
    public void Who_is_loud_is_noticed_and_believed_in_the_more_the_louder()
    {
        var (low, loud, louder) = (Loudness(4), Loudness(10), Loudness(40));
        low.ShouldBe(0);
        loud.ShouldBeGreaterThan(0.1);
        louder.ShouldBeGreaterThan(loud);

        static double Loudness(double spent) => ShareThatBuys(["loud = 10 tao", "hype = 2"], Some.Heard(1, Topic.Attention, spent));
    }

    [Fact]
    public void What_it_is_born_with_it_believes_in_until_it_falls()
    {
        var herder = Herder("trend = 5", "value = 0", "predisposition = 1", "switching = 5");
        herder.Decide(At(0, held: 500), Some.Dice(1)).Commands.OfType<Unstake>().ShouldBeEmpty();
        herder.Decide(At(1, price: 0.008, held: 500), Some.Dice(2)).Commands.OfType<Unstake>().ShouldHaveSingleItem().Netuid.ShouldBe(Some.Subnet(1));
    }

    [Fact]
    public void It_holds_no_more_of_one_subnet_than_its_conviction()
    {
        var herder = Herder("conviction = 5%", "predisposition = 10");
        herder.Decide(At(0, held: 500), Some.Dice(1));
        herder.Decide(At(1, held: 500, heard: Bull), Some.Dice(2)).Commands.ShouldBeEmpty();
    }

    [Fact]
    public void It_tells_what_it_holds_and_the_rise_it_saw()
    {
        var herder = Herder("talk = 100%", "predisposition = 10");
        herder.Decide(At(0, held: 500), Some.Dice(1));
        var posts = herder.Decide(At(1, price: 0.04, held: 500), Some.Dice(2)).Posts;
        posts.Select(post => (post.Netuid, post.Topic)).ShouldBe([(Some.Subnet(1), Topic.Holding), (Some.Subnet(1), Topic.PriceChange)]);
        posts[0].Value.ShouldBe(0.165, tolerance: 0.01); // 19.6 TAO of 119.6
        posts[1].Value.ShouldBe(Math.Log(2), tolerance: 1e-9);
    }

    [Fact]
    public void It_tells_once_when_it_has_sold_what_it_spoke_of()
    {
        var herder = Herder("talk = 100%", "predisposition = 10");
        herder.Decide(At(0, held: 500), Some.Dice(1));
        herder.Decide(At(1), Some.Dice(2)).Posts.ShouldBe([new Post(Some.Subnet(1), Topic.Holding, 0)]);
        herder.Decide(At(2), Some.Dice(3)).Posts.ShouldBeEmpty();
    }

    [Fact]
    public void A_story_that_has_been_told_is_not_soon_caught_again()
    {
        double BuyAgain(string weariness) => Enumerable.Range(0, 200).Count(agent =>
        {
            var herder = Configured.Strategy<MemeHerder>($"weariness = {weariness}");
            herder.Decide(At(0, held: 500), Some.Dice(1, (ulong)agent));
            herder.Decide(At(40, price: 0.002, held: 500, heard: Enumerable.Repeat(Bear, 50)), Some.Dice(2, (ulong)agent));
            return herder.Decide(At(42, price: 0.002, heard: Enumerable.Repeat(Bull, 50)), Some.Dice(3, (ulong)agent)).Commands.OfType<Stake>().Any();
        }) / 200.0;
        BuyAgain("5").ShouldBeLessThan(BuyAgain("0") - 0.2);
    }

    [Fact]
    public void Posts_that_are_no_numbers_are_not_heard() =>
        ShareThatBuys([], Some.Heard(1, Topic.PriceChange, double.NaN), Some.Heard(1, Topic.Holding, double.PositiveInfinity)).ShouldBe(0);

    /// <summary>A subnet that paid 150 alpha in its last epoch to one who holds 1,000, and on which all weight is with one validator.</summary>
    private static Sight Paying(long day, decimal held, params Heard[] heard) =>
        Some.Sight(1000 + day * 7200, [Some.Quote(1, 0.02, staked: 50_000), Some.Quote(2, 0.02)], free: 100, held: [(1, held)], heard: heard)
            .Showing(Pages.OfEpoch(1, 900, 150, Pages.Voter(3, votes: 1), Pages.Miner(20, paid: 1, held: 1000)));

    private static readonly Heard Paid = Some.Heard(1, Topic.PayForHolding, 1);

    private static double ShareThatDoes<T>(string[] settings, decimal held, params Heard[] then) => Enumerable.Range(0, 200).Count(agent =>
    {
        var herder = Configured.Strategy<MemeHerder>(["pause = 1 blocks", "trust = 80%", .. settings]);
        herder.Decide(Paying(0, held, Paid), Some.Dice(1, (ulong)agent));
        return herder.Decide(Paying(1, held, then), Some.Dice(2, (ulong)agent)).Commands.OfType<T>().Any();
    }) / 200.0;

    [Fact]
    public void Pay_for_holding_that_it_believes_in_draws_it_in() =>
        ShareThatDoes<Stake>(["pay = 3"], held: 0).ShouldBeGreaterThan(ShareThatDoes<Stake>(["pay = 0"], held: 0) + 0.2);

    [Fact] // a feared fall of 2 ln 1.35, 60 %
    public void The_dread_of_others_sales_drives_it_out()
    {
        Heard[] turned = [Some.Heard(1, Topic.StakeShare, 1), Some.Heard(1, Topic.PayForSelling, 1)];
        string[] Settings(int dread) => ["predisposition = 3", "herding = 0", "pay = 0", "others = 50%", $"dread = {dread}"];
        ShareThatDoes<Unstake>(Settings(20), held: 500, turned).ShouldBeGreaterThan(0.9);
        ShareThatDoes<Unstake>(Settings(0), held: 500, turned).ShouldBeLessThan(0.2);
    }
}
