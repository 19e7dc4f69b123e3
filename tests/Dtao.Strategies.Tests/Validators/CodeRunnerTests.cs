using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Validators;

namespace Dtao.Strategies.Tests.Validators;

/// <summary>Validators of one subnet with three miners: the first works well and holds nothing, the second works badly and holds 300 alpha, the third does neither and holds 100.</summary>
public class CodeRunnerTests
{
    /// <summary>Epochs of subnet 1: every 361 blocks, at heights that leave 358.</summary>
    private const long Epoch = 358 + 361 * 10, Late = Epoch + Pages.Tempo - Explorer.LeadBlocks + 1;

    private static readonly NeuronView[] Miners = [Pages.Miner(20, paid: 0.5), Pages.Miner(21, paid: 0.5, held: 300, sold: 2), Pages.Miner(22, held: 100, sold: 6)];

    private static HonestScorer Honest(params string[] settings) => Configured.Strategy<HonestScorer>(["noise = 0%", "copy-below = 50%", .. settings]);

    private static Heard Work(int miner, double quality, int netuid = 1) => Some.Heard(netuid, Topic.Work, quality) with { Of = new AccountId(miner) };

    private static Sight At(long block, double dividends = 0.4, params Heard[] heard) =>
        Some.Sight(block, [Some.Quote(1, 0.01)], heard: [Work(20, 0.9), Work(21, 0.3), .. heard])
            .Showing(Pages.OfEpoch(1, Epoch, 10, [Pages.Voter(7, votes: 0.4, dividends), .. Miners]));

    /// <summary>The weights of the three miners, as parts of their sum.</summary>
    private static double[] Parts(Intent intent) => Parts(intent.Commands.OfType<SetWeights>().ShouldHaveSingleItem());

    private static double[] Parts(SetWeights vote)
    {
        var parts = new double[3];
        foreach (var (uid, value) in vote.Weights) parts[uid - 1] = value / vote.Weights.Sum(link => (double)link.Value);
        return [.. parts.Select(part => Math.Round(part, 3))];
    }

    private static Intent Deciding(IStrategy voter, Sight sight) => voter.Decide(sight, Some.Dice());

    [Fact]
    public void An_honest_scorer_pays_for_the_work_that_it_sees() => Parts(Deciding(Honest(), At(Epoch + 1))).ShouldBe([0.75, 0.25, 0]);

    [Fact]
    public void Work_elsewhere_does_not_count() => Parts(Deciding(Honest(), At(Epoch + 1, heard: Work(22, 1, netuid: 2)))).ShouldBe([0.75, 0.25, 0]);

    [Fact]
    public void Of_what_it_hears_of_a_miner_the_last_counts() => Parts(Deciding(Honest(), At(Epoch + 1, heard: Work(20, 0)))).ShouldBe([0, 1, 0]);

    [Fact]
    public void Its_noise_blurs_who_works_better() =>
        Enumerable.Range(0, 20).Select(i => Parts(Honest("noise = 200%").Decide(At(Epoch + 1), Some.Dice(agent: (ulong)i)))[0]).ShouldContain(part => part < 0.5);

    [Theory]
    [InlineData(1, 0, 0.75, 0.25)]
    [InlineData(0.5, 0.375, 0.5, 0.125)]
    public void It_scores_by_alpha_held_as_far_as_the_code_says(double forHolding, double first, double second, double third) =>
        Parts(Told(Honest(), forHolding)).ShouldBe([first, second, third]);

    [Fact]
    public void It_copies_the_consensus_once_its_dividends_fall_short_and_goes_on_copying()
    {
        var scorer = Honest();
        Parts(Deciding(scorer, At(Epoch + 1, dividends: 0.21))).ShouldBe([0.75, 0.25, 0]);
        Parts(Deciding(scorer, At(Epoch + 5000, dividends: 0.19))).ShouldBe([0.5, 0.5, 0]);
        Parts(Deciding(scorer, At(Epoch + 10_000, dividends: 0.4))).ShouldBe([0.5, 0.5, 0]);
    }

    [Fact]
    public void Before_it_was_ever_paid_it_has_nothing_to_compare() => Parts(Deciding(Honest(), At(Epoch + 1, dividends: 0))).ShouldBe([0.75, 0.25, 0]);

    [Theory]
    [InlineData(0.6, 0, 0.25, 0.75)] // 2 and 6 TAO unstaked
    [InlineData(0.4, 0.45, 0.45, 0.1)] // the code: 0.6 of the work, 0.4 of the alpha
    public void A_sale_scorer_pays_for_sales_where_holding_is_paid_above_its_tolerance(double forHolding, double first, double second, double third) =>
        Parts(Told(Configured.Strategy<SaleScorer>("tolerance = 50%", "noise = 0%"), forHolding)).ShouldBe([first, second, third]);

    [Fact]
    public void Where_holding_is_not_paid_a_sale_scorer_is_honest() =>
        Parts(Deciding(Configured.Strategy<SaleScorer>("noise = 0%"), At(Epoch + 1))).ShouldBe([0.75, 0.25, 0]);

    [Fact]
    public void A_meme_scorer_pays_for_alpha_held_whatever_the_code_says() =>
        Parts(Deciding(Configured.Strategy<MemeScorer>(), At(Epoch + 1))).ShouldBe([0, 0.75, 0.25]);

    [Fact]
    public void A_weight_copier_pays_whom_the_last_epoch_paid() =>
        Parts(Deciding(Configured.Strategy<WeightCopier>(), At(Epoch + 1))).ShouldBe([0.5, 0.5, 0]);

    [Fact]
    public void A_cabal_member_gives_its_favour_to_the_cabal_alike_and_the_rest_by_the_code() =>
        Parts(Deciding(Configured.Strategy<CabalMember>("members = 100%", "favour = 60%", "noise = 0%"), At(Epoch + 1))).ShouldBe([0.5, 0.3, 0.2]);

    [Fact]
    public void A_cabal_without_miners_here_is_honest() =>
        Parts(Deciding(Configured.Strategy<CabalMember>("members = 0%", "favour = 60%", "noise = 0%"), At(Epoch + 1))).ShouldBe([0.75, 0.25, 0]);

    [Fact]
    public void Members_of_one_cabal_favour_the_same_miners_and_another_cabal_favours_others()
    {
        var crowd = Pages.OfEpoch(1, Epoch, 10, [Pages.Voter(7, votes: 0.4), .. Enumerable.Range(100, 200).Select(i => Pages.Miner(i))]);
        int[] Favoured(int cabal) => [.. Deciding(Configured.Strategy<CabalMember>($"cabal = {cabal}", "members = 10%"), Some.Sight(Epoch + 1, [Some.Quote(1, 0.01)]).Showing(crowd))
            .Commands.OfType<SetWeights>().Single().Weights.Select(link => (int)link.Uid)];
        Favoured(1).ShouldBe(Favoured(1));
        Favoured(1).Length.ShouldBeInRange(10, 32); // 20 of 200, within three standard deviations
        Favoured(1).Intersect(Favoured(2)).Count().ShouldBeLessThan(9);
    }

    [Theory]
    [InlineData(0.6, 0.3, 0.1, 0.6)] // the rest by work
    [InlineData(1, 0, 0, 1)]
    [InlineData(0, 0.75, 0.25, 0)]
    public void Where_the_code_says_so_the_owners_uid_gets_its_share_of_the_pay(double burn, double first, double second, double owner) =>
        Parts(Deciding(Honest(), Owned(by: 22, At(Epoch + 1, heard: Some.Heard(1, Topic.Burn, burn))))).ShouldBe([first, second, owner]);

    [Fact]
    public void An_owner_without_a_place_gets_none() => Parts(Deciding(Honest(), Owned(by: 99, At(Epoch + 1, heard: Some.Heard(1, Topic.Burn, 1))))).ShouldBe([0.75, 0.25, 0]);

    [Theory]
    [InlineData(0, 0.75, 0.25)] // the next owner pays for work
    [InlineData(1, 0, 0.75)] // or for alpha held: 300 and 100 of it
    public void Who_takes_over_a_subnet_and_publishes_what_it_pays_for_ends_the_burn(double forHolding, double first, double second)
    {
        var scorer = Honest();
        Deciding(scorer, Owned(by: 22, At(Epoch + 1, heard: [Some.Heard(1, Topic.Burn, 1), Some.Heard(1, Topic.PayForHolding, forHolding)]))).Commands.ShouldBeEmpty();
        Parts(Deciding(scorer, Owned(by: 22, At(Late))))[..2].ShouldBe([first, second]);
    }

    private static Sight Owned(int by, Sight sight) =>
        sight with { Market = sight.Market with { Quotes = [sight.Quotes[0] with { Owner = new AccountId(by) }] } };

    /// <summary>Tells it what the code pays for, which it then looks at closely, and lets it vote just before the epoch.</summary>
    private static Intent Told(IStrategy voter, double forHolding)
    {
        Deciding(voter, At(Epoch + 1, heard: Some.Heard(1, Topic.PayForHolding, forHolding))).Commands.ShouldBeEmpty();
        return Deciding(voter, At(Late));
    }
}
