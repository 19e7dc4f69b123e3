using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Validators;

namespace Dtao.Strategies.Tests.Validators;

/// <summary>What all voters share, on one that scores by uid and watches subnet 1 when it hears of its price.</summary>
public class VotingTests
{
    /// <summary>Epochs of subnet 1: every 361 blocks, at heights that leave 358.</summary>
    private const long Epoch = 358 + 361 * 10;

    private sealed class ByUid : Voting
    {
        protected override void Score(Sight sight, Metagraph subnet, Dice dice, Span<double> scores)
        {
            for (var uid = 0; uid < scores.Length; uid++) scores[uid] = uid;
        }

        protected override void Hear(Heard post) => Watch(post.Netuid);
    }

    private sealed class Deaf : Voting
    {
        protected override void Score(Sight sight, Metagraph subnet, Dice dice, Span<double> scores)
        {
        }
    }

    private sealed class Acting : Voting
    {
        public WakeCondition[] Awaited { get; set; } = [];

        public NetUid? ToWatch { get; set; }

        protected override void Score(Sight sight, Metagraph subnet, Dice dice, Span<double> scores)
        {
        }

        protected override Intent Act(Sight sight, Dice dice)
        {
            if (ToWatch is { } netuid) Watch(netuid);
            return Intent.None.WakeMe([.. Awaited]);
        }
    }

    private static ByUid Voter(double share = 0) => new() { Pause = 1200, Share = share, SellEvery = 7200 };

    private static Metagraph Page(int netuid, long epoch, bool hasPermit = true) =>
        Pages.OfEpoch(netuid, epoch, 10, Pages.Voter(7, votes: 1, hasPermit: hasPermit), Pages.Miner(20), Pages.Miner(21));

    private static Sight At(long block, params Metagraph[] pages) => Some.Sight(block, [Some.Quote(1, 0.01), Some.Quote(2, 0.01)]).Showing(pages);

    private static Sight Told(Sight sight) => sight with { Heard = new Feed([Some.Heard(1, Topic.PriceChange, 1)]) };

    private static int[] VotedOn(Intent intent) => [.. intent.Commands.OfType<SetWeights>().Select(vote => (int)vote.Netuid.Value)];

    [Fact]
    public void It_scores_every_subnet_where_it_may_vote_once_a_round()
    {
        var voter = Voter();
        VotedOn(voter.Decide(At(Epoch + 1, Page(1, Epoch), Page(2, Epoch - 1)), Some.Dice())).ShouldBe([1, 2]);
        VotedOn(voter.Decide(At(Epoch + 1200, Page(1, Epoch), Page(2, Epoch - 1)), Some.Dice())).ShouldBeEmpty();
        VotedOn(voter.Decide(At(Epoch + 1201, Page(1, Epoch), Page(2, Epoch - 1)), Some.Dice())).ShouldBe([1, 2]);
    }

    [Fact]
    public void Its_weights_are_its_scores_without_its_own() =>
        Voter().Decide(At(Epoch + 1, Page(1, Epoch)), Some.Dice()).Commands.OfType<SetWeights>().ShouldHaveSingleItem().Weights.ShouldBe([new Link(1, 32_767), new Link(2, 65_535)]);

    [Fact]
    public void Without_a_permit_or_a_place_it_does_not_vote()
    {
        VotedOn(Voter().Decide(At(Epoch + 1, Page(1, Epoch, hasPermit: false)), Some.Dice())).ShouldBeEmpty();
        VotedOn(Voter().Decide(At(Epoch + 1, Pages.OfEpoch(1, Epoch, 10, Pages.Miner(20))), Some.Dice())).ShouldBeEmpty();
    }

    [Fact]
    public void A_watched_subnet_it_scores_when_the_explorers_last_page_before_the_epoch_is_out_and_at_no_other_time()
    {
        var voter = Voter();
        var told = voter.Decide(Told(At(Epoch + 1, Page(1, Epoch), Page(2, Epoch - 1))), Some.Dice());
        VotedOn(told).ShouldBe([2]);
        const long Late = Epoch + Pages.Tempo - Explorer.LeadBlocks + 1;
        told.Conditions.ShouldContain(When.At(new Block(Late)));
        VotedOn(voter.Decide(At(Late, Page(1, Epoch)), Some.Dice())).ShouldBe([1]);
        VotedOn(voter.Decide(At(Late + 1, Page(1, Epoch)), Some.Dice())).ShouldBeEmpty();
    }

    [Fact]
    public void Where_it_watches_and_finds_nobody_to_pay_it_votes_for_itself_so_that_its_last_weights_do_not_stand()
    {
        var (voter, alone) = (Voter(), Pages.OfEpoch(1, Epoch, 10, Pages.Voter(7, votes: 1)));
        voter.Decide(At(Epoch + 1, alone), Some.Dice()).Commands.ShouldBeEmpty();
        voter.Decide(Told(At(Epoch + 2, alone)), Some.Dice());
        var vote = voter.Decide(At(Epoch + Pages.Tempo - Explorer.LeadBlocks + 1, alone), Some.Dice()).Commands.OfType<SetWeights>().ShouldHaveSingleItem();
        vote.Weights.ShouldBe([new Link(0, 65_535)]);
    }

    [Fact]
    public void A_wake_between_does_not_make_it_forget_the_epoch()
    {
        var voter = Voter();
        voter.Decide(Told(At(Epoch + 1, Page(1, Epoch))), Some.Dice());
        voter.Decide(At(Epoch + 200, Page(1, Epoch)), Some.Dice()).Conditions.ShouldContain(When.At(new Block(Epoch + Pages.Tempo - Explorer.LeadBlocks + 1)));
    }

    [Fact]
    public void It_listens_and_keeps_its_rounds_meanwhile()
    {
        var conditions = Voter().Decide(At(Epoch + 1, Page(1, Epoch)), Some.Dice()).Conditions;
        conditions.ShouldBe([When.At(new Block(Epoch + 1201)), When.Post(Topic.PayForHolding, Topic.PayForSelling, Topic.Work)]);
    }

    [Fact]
    public void What_it_is_told_between_rounds_leaves_what_it_waits_for_standing()
    {
        var voter = new Deaf { Pause = 1200, Share = 0, SellEvery = 7200 };
        voter.Decide(At(Epoch + 1, Page(1, Epoch)), Some.Dice());
        voter.Decide(Told(At(Epoch + 600, Page(1, Epoch))), Some.Dice()).ShouldBe(Intent.None);
        voter.Decide(At(Epoch + 1201, Page(1, Epoch)), Some.Dice()).Conditions.ShouldContain(When.At(new Block(Epoch + 2401)));
    }

    [Fact]
    public void What_its_own_acts_wait_for_between_rounds_is_named_with_the_rest_and_taken_back_with_the_rest()
    {
        var voter = new Acting { Pause = 1200, Share = 0, SellEvery = 7200 };
        IEnumerable<WakeCondition> ofItself = [When.At(new Block(Epoch + 1201)), When.Post(Topic.PayForHolding, Topic.PayForSelling, Topic.Work)];
        voter.Decide(At(Epoch + 1, Page(1, Epoch)), Some.Dice()).Conditions.ShouldBe(ofItself);
        voter.Decide(At(Epoch + 100, Page(1, Epoch)), Some.Dice()).Conditions.ShouldBeEmpty();
        voter.Awaited = [When.At(new Block(Epoch + 300))];
        voter.Decide(At(Epoch + 200, Page(1, Epoch)), Some.Dice()).Conditions.ShouldBe([.. voter.Awaited, .. ofItself]);
        voter.Awaited = [];
        voter.Decide(At(Epoch + 250, Page(1, Epoch)), Some.Dice()).Conditions.ShouldBe(ofItself);
        voter.Decide(At(Epoch + 260, Page(1, Epoch)), Some.Dice()).Conditions.ShouldBeEmpty();
    }

    [Fact]
    public void What_it_watches_of_its_own_accord_between_rounds_it_is_woken_for()
    {
        var voter = new Acting { Pause = 1200, Share = 0, SellEvery = 7200 };
        voter.Decide(At(Epoch + 1, Page(1, Epoch)), Some.Dice());
        voter.ToWatch = Some.Subnet(1);
        voter.Decide(At(Epoch + 100, Page(1, Epoch)), Some.Dice()).Conditions.ShouldContain(When.At(new Block(Epoch + Pages.Tempo - Explorer.LeadBlocks + 1)));
    }

    [Fact]
    public void It_sells_a_share_of_its_dividends_now_and_then()
    {
        var voter = Voter(share: 0.25);
        voter.Decide(Some.Sight(1000, [Some.Quote(1, 0.01)], held: [(1, 1000)]), Some.Dice());
        voter.Decide(Some.Sight(4000, [Some.Quote(1, 0.01)], held: [(1, 1300)]), Some.Dice()).Commands.ShouldBeEmpty();
        var sale = voter.Decide(Some.Sight(8200, [Some.Quote(1, 0.01)], held: [(1, 1400)]), Some.Dice()).Commands.ShouldHaveSingleItem();
        sale.ShouldBeOfType<Unstake>().Amount.Tokens.ShouldBe(100, tolerance: 1e-6);
    }
}
