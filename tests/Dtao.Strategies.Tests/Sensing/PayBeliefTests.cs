using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Sensing;

public class PayBeliefTests
{
    private const double Trust = 0.8, Doubt = 0.05, Revision = 0.5;

    /// <summary>Was told that all pay is for holding, and has seen that holders are paid.</summary>
    private static PayBelief Believer()
    {
        var belief = new PayBelief();
        for (var i = 0; i < 6; i++) Hear(belief, Topic.PayForHolding, 1);
        belief.Compare(Epoch(1, paysHolders: true), Revision);
        return belief;
    }

    private static void Hear(PayBelief belief, Topic topic, double value) => belief.Hear(Some.Heard(1, topic, value), Trust, Doubt);

    /// <summary>One holds nine tenths of the alpha, another a tenth and has sold; a validator has most of the votes.</summary>
    private static Metagraph Epoch(int number, bool paysHolders, double largestVote = 0.6) => Pages.OfEpoch(1, 361 * number, 150,
        Pages.Miner(20, paid: paysHolders ? 0.9 : 0, held: 1800), Pages.Miner(21, paid: paysHolders ? 0.1 : 1, held: 200, sold: 3), Pages.Voter(3, largestVote));

    [Fact]
    public void Of_a_subnet_that_nobody_spoke_of_is_nothing() => (new PayBelief().Paid, new PayBelief().Fear).ShouldBe((0, 0));

    [Fact]
    public void Grows_with_what_one_is_told()
    {
        var belief = new PayBelief();
        Hear(belief, Topic.PayForHolding, 1);
        belief.Paid.ShouldBe(Trust);
        Hear(belief, Topic.PayForHolding, 1);
        belief.Paid.ShouldBe(Trust + (1 - Trust) * Trust, tolerance: 1e-12);
        belief.Fear.ShouldBe(0);
    }

    [Theory]
    [InlineData(0.6, 0.1, 0.35)] // a majority: most of it goes
    [InlineData(0.4, 0.85, 1)] // a minority can say what it likes
    public void Falls_by_a_rumour_of_pay_for_selling_as_far_as_those_behind_it_can_carry_it_out(double weightBehind, double atLeast, double atMost)
    {
        var belief = Believer();
        Hear(belief, Topic.StakeShare, weightBehind);
        Hear(belief, Topic.PayForSelling, 1);
        belief.Paid.ShouldBeInRange(atLeast, atMost);
        belief.Fear.ShouldBe(Believer().Paid - belief.Paid, tolerance: 1e-9); // what it lost, others will have lost as well
    }

    [Fact]
    public void Falls_half_way_where_nobody_said_what_stands_behind_it()
    {
        var belief = new PayBelief();
        Hear(belief, Topic.PayForHolding, 1);
        Hear(belief, Topic.PayForSelling, 1);
        belief.Paid.ShouldBe(Trust * (1 - Trust / 2), tolerance: 1e-12);
    }

    [Fact]
    public void Does_not_fall_for_a_claim_of_more_weight_than_anybody_has()
    {
        var belief = Believer();
        Hear(belief, Topic.StakeShare, 0.9);
        belief.Compare(Epoch(2, paysHolders: true, largestVote: 0.3), Revision);
        var before = belief.Paid;
        Hear(belief, Topic.PayForSelling, 1);
        belief.Paid.ShouldBe(before, tolerance: 0.02);
    }

    [Fact]
    public void Comes_back_where_holders_are_then_paid_as_before()
    {
        var belief = Believer();
        Hear(belief, Topic.StakeShare, 0.6);
        Hear(belief, Topic.PayForSelling, 1);
        var (paid, fear) = (belief.Paid, belief.Fear);
        for (var epoch = 2; epoch < 8; epoch++) belief.Compare(Epoch(epoch, paysHolders: true), Revision);
        belief.Paid.ShouldBeGreaterThan(0.95);
        (paid, fear).ShouldSatisfyAllConditions(was => was.paid.ShouldBeLessThan(0.4), was => belief.Fear.ShouldBeLessThan(was.fear / 4));
    }

    [Fact] // the two distributions overlap in a tenth, and each epoch takes half of the way there
    public void Is_lost_without_a_word_where_pay_no_longer_follows_holdings()
    {
        var belief = Believer();
        for (var epoch = 2; epoch < 6; epoch++) belief.Compare(Epoch(epoch, paysHolders: false), Revision);
        belief.Paid.ShouldBe(0.1 + 0.9 / 16, tolerance: 1e-3);
        belief.Fear.ShouldBe(1 - belief.Paid, tolerance: 1e-3);
    }

    [Fact]
    public void Does_not_come_back_by_words_that_were_wrong_before()
    {
        var belief = Believer();
        for (var epoch = 2; epoch < 6; epoch++) belief.Compare(Epoch(epoch, paysHolders: false), Revision);
        Hear(belief, Topic.PayForHolding, 1);
        belief.Paid.ShouldBeLessThan(0.35);
    }

    [Fact]
    public void Judges_an_epoch_once_and_not_by_a_page_between_epochs()
    {
        var belief = Believer();
        var paid = belief.Paid;
        belief.Compare(Epoch(1, paysHolders: false), Revision);
        belief.Compare(Pages.OfTempo(1, 361, 700, 150, Pages.Miner(20, held: 1000)), Revision);
        belief.Paid.ShouldBe(paid);
    }

    [Fact]
    public void Keeps_its_fear_no_longer_than_it_takes_to_calm_down()
    {
        var belief = Believer();
        belief.Compare(Epoch(2, paysHolders: false), Revision);
        var fear = belief.Fear;
        belief.Fade(0.25);
        belief.Fear.ShouldBe(fear / 4, tolerance: 1e-12);
    }

    [Fact] // 150 alpha a tempo on 2000 held, twenty tempos a day
    public void Says_what_a_holder_may_expect_a_day() => Believer().YieldPerDay(Epoch(1, true), 360).ShouldBe(Believer().Paid * 150 / 2000 * 7200 / 361, tolerance: 1e-12);
}
