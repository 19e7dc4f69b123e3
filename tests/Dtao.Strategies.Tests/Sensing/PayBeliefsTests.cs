using Dtao.Strategies.Acting;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Sensing;

public class PayBeliefsTests
{
    private static PayBeliefs Listening() => new(trust: 0.8, doubt: 0.05, revision: 0.5, calm: 1200);

    private static Sight At(long block, params Heard[] heard) => Some.Sight(block, [Some.Quote(1, 0.02, tao: 1000, staked: 50_000), Some.Quote(2, 0.02)], heard: heard);

    [Fact]
    public void Are_kept_subnet_by_subnet()
    {
        var beliefs = Listening();
        beliefs.Update(At(1000, Some.Heard(1, Topic.PayForHolding, 1))).ShouldBe(0.8, tolerance: 1e-12);
        beliefs.On(Some.Subnet(1))!.Paid.ShouldBe(0.8);
        beliefs.On(Some.Subnet(2)).ShouldBeNull();
    }

    [Fact]
    public void Do_not_change_by_talk_of_other_things() => Listening().Update(At(1000, Some.Heard(1, Topic.News, 5), Some.Heard(1, Topic.Holding, 1))).ShouldBe(0);

    [Fact]
    public void Compare_with_what_each_epoch_paid()
    {
        var beliefs = Listening();
        beliefs.Update(At(1000, Some.Heard(1, Topic.PayForHolding, 1)));
        var unpaid = Pages.OfEpoch(1, 1000, 150, Pages.Miner(20, held: 1000), Pages.Miner(21, paid: 1, sold: 3));
        beliefs.Update(At(1001).Showing(unpaid)).ShouldBe(0.4, tolerance: 1e-12);
        beliefs.Update(At(1002).Showing(unpaid)).ShouldBe(0);
    }

    [Fact] // half of 0.8 is feared lost; 40 % of 50,000 alpha staked, if all sold, into a pool of 50,000
    public void Make_it_fear_the_fall_that_the_others_sales_would_make()
    {
        var beliefs = Listening();
        beliefs.Update(At(1000, Some.Heard(1, Topic.PayForHolding, 1)));
        beliefs.FearedFall(At(1000).Quotes[0], others: 1).ShouldBe(0);
        beliefs.Update(At(1001).Showing(Pages.OfEpoch(1, 1000, 150, Pages.Miner(20, held: 1000), Pages.Miner(21, paid: 1, sold: 3))));
        beliefs.FearedFall(At(1001).Quotes[0], others: 1).ShouldBe(2 * Reproducible.Log(1.4), tolerance: 1e-6);
        beliefs.Update(At(2201));
        beliefs.FearedFall(At(2201).Quotes[0], others: 1).ShouldBe(2 * Reproducible.Log(1 + 0.4 / Math.E), tolerance: 1e-6);
    }
}
