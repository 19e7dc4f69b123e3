using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Foundations;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Foundations;

/// <summary>
/// A foundation with 60 % of the votes on the second dearest of three subnets, which has 31 % of the sum of prices. The first of its three
/// miners holds most, the second has sold most.
/// </summary>
public class GuardianTests
{
    /// <summary>Epochs of subnet 1: every 361 blocks, at heights that leave 358.</summary>
    private const long Epoch = 358 + 361 * 10, Called = Epoch + 1, Answers = Called + 100, Late = Epoch + Pages.Tempo - Explorer.LeadBlocks + 1;

    private static readonly Post[] Announcement = [new(Some.Subnet(1), Topic.StakeShare, 0.6), new(Some.Subnet(1), Topic.PayForSelling, 1)];

    private static string[] Rule(params string[] settings) => ["rank = 2", "price-share = 100%", "minds = 50%", "look = 1 day", "delay = 100 blocks", "noise = 0", .. settings];

    private static Intervene Intervening(params string[] settings) => Configured.Strategy<Intervene>(Rule(settings));

    private static SayOnly Saying() => Configured.Strategy<SayOnly>(Rule());

    private static Sight At(long block, params Heard[] heard) =>
        Some.Sight(block, [Some.Quote(1, 0.05), Some.Quote(2, 0.1), Some.Quote(3, 0.01)], heard: heard)
            .Showing(Pages.OfEpoch(1, Epoch, 10, Pages.Voter(7, votes: 0.6), Pages.Miner(20, paid: 1, held: 300), Pages.Miner(21, held: 100, sold: 6), Pages.Miner(22, sold: 2)));

    /// <summary>What it says by the time that it has made up its mind, when it was told what the code of subnet 1 pays for.</summary>
    private static Post[] Said(IStrategy guardian, double forHolding = 1) =>
    [
        .. guardian.Decide(At(Called, Some.Heard(1, Topic.PayForHolding, forHolding)), Some.Dice(1)).Posts,
        .. guardian.Decide(At(Answers), Some.Dice(2)).Posts,
    ];

    /// <summary>The weights that it then sets before the epoch, as parts of their sum, by miner.</summary>
    private static double[] Votes(IStrategy guardian)
    {
        var weights = guardian.Decide(At(Late), Some.Dice(3)).Commands.OfType<SetWeights>().ShouldHaveSingleItem().Weights;
        var parts = new double[3];
        foreach (var (uid, value) in weights) parts[uid - 1] = Math.Round(value / weights.Sum(link => (double)link.Value), 3);
        return parts;
    }

    [Fact]
    public void It_says_what_it_will_pay_for_and_with_what_weight_after_its_time_to_decide()
    {
        var guardian = Intervening();
        var called = guardian.Decide(At(Called, Some.Heard(1, Topic.PayForHolding, 1)), Some.Dice(1));
        called.Posts.ShouldBeEmpty();
        called.Conditions.ShouldContain(When.At(new Block(Answers)));
        guardian.Decide(At(Answers), Some.Dice(2)).Posts.ShouldBe(Announcement);
    }

    [Fact]
    public void It_gives_the_owner_what_its_code_burns()
    {
        var guardian = Intervening("rank = 0");
        Sight Owned(Sight sight) => sight with { Market = sight.Market with { Quotes = [.. sight.Quotes.Select(quote => quote with { Owner = new AccountId(22) })] } };
        guardian.Decide(Owned(At(Called, Some.Heard(1, Topic.PayForHolding, 1), Some.Heard(1, Topic.Burn, 0.5))), Some.Dice(1));
        var weights = guardian.Decide(Owned(At(Late)), Some.Dice(3)).Commands.OfType<SetWeights>().ShouldHaveSingleItem().Weights;
        (weights.Single(link => link.Uid == 3).Value / weights.Sum(link => (double)link.Value)).ShouldBe(0.5, tolerance: 1e-4);
    }

    [Fact]
    public void It_says_so_once()
    {
        var guardian = Intervening();
        Said(guardian).ShouldBe(Announcement);
        guardian.Decide(At(Answers + Block.PerDay), Some.Dice(3)).Posts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("rank = 2", "price-share = 100%", 1, true)]
    [InlineData("rank = 1", "price-share = 100%", 1, false)] // it is the second
    [InlineData("rank = 0", "price-share = 30%", 1, true)] // it has 31 %
    [InlineData("rank = 0", "price-share = 32%", 1, false)]
    [InlineData("rank = 2", "price-share = 100%", 0.4, false)] // it pays for work, mostly
    public void It_is_called_by_rank_or_price_share_where_holding_is_paid(string rank, string priceShare, double forHolding, bool isCalled) =>
        Said(Intervening(rank, priceShare), forHolding).Length.ShouldBe(isCalled ? 2 : 0);

    [Fact]
    public void Having_intervened_it_pays_those_who_sold()
    {
        var guardian = Intervening();
        Said(guardian);
        Votes(guardian).ShouldBe([0, 0.75, 0.25]);
    }

    [Fact]
    public void Before_it_was_called_it_votes_by_the_owners_code()
    {
        var guardian = Intervening("rank = 0");
        Said(guardian).ShouldBeEmpty();
        Votes(guardian).ShouldBe([0.75, 0.25, 0]);
    }

    [Fact]
    public void In_silence_it_acts_all_the_same()
    {
        var guardian = Intervening("announce = 0%");
        Said(guardian).ShouldBeEmpty();
        Votes(guardian).ShouldBe([0, 0.75, 0.25]);
    }

    [Fact]
    public void Or_it_pays_all_alike()
    {
        var guardian = Intervening("pay-sellers = 0%");
        Said(guardian);
        Votes(guardian).ShouldBe([0.333, 0.333, 0.333]);
    }

    [Fact]
    public void Who_only_says_so_goes_on_voting_by_the_code()
    {
        var guardian = Saying();
        Said(guardian).ShouldBe(Announcement);
        Votes(guardian).ShouldBe([0.75, 0.25, 0]);
    }
}
