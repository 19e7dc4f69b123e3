using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

public class MomentumTests
{
    private static Sight At(long block, params double[] prices) =>
        Some.Sight(block, prices.Select((price, i) => Some.Quote(i + 1, price)), free: 100, held: [(1, 50)]);

    private static Momentum Follower() => Configured.Strategy<Momentum>("threshold = 5%", "attention = 100%", "look-back = 10 blocks");

    private static Intent After(Momentum strategy, params double[][] looks)
    {
        var last = Intent.None;
        for (var i = 0; i < looks.Length; i++) last = strategy.Decide(At(100 * (i + 1), looks[i]), Some.Dice(i));
        return last;
    }

    [Fact]
    public void The_first_look_only_takes_stock() => After(Follower(), [0.02, 0.02]).Commands.ShouldBeEmpty();

    [Fact]
    public void What_has_risen_beyond_the_threshold_is_bought() =>
        After(Follower(), [0.02, 0.02], [0.02, 0.022]).Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>().Netuid.ShouldBe(Some.Subnet(2));

    [Fact]
    public void What_has_fallen_beyond_the_threshold_is_sold() =>
        After(Follower(), [0.02, 0.02], [0.018, 0.02]).Commands.ShouldHaveSingleItem().ShouldBeOfType<Unstake>().Netuid.ShouldBe(Some.Subnet(1));

    [Fact]
    public void What_has_fallen_and_is_not_held_is_left_alone() => After(Follower(), [0.02, 0.02], [0.02, 0.018]).Commands.ShouldBeEmpty();

    [Fact]
    public void A_change_within_the_threshold_is_left_alone() => After(Follower(), [0.02, 0.02], [0.0205, 0.0195]).Commands.ShouldBeEmpty();

    [Fact]
    public void A_price_that_stays_up_becomes_the_usual_one() =>
        After(Follower(), [0.02, 0.02], [0.02, 0.03], [0.02, 0.03]).Commands.ShouldBeEmpty();

    [Fact]
    public void Without_attention_nothing_new_is_bought_but_what_is_held_is_still_sold()
    {
        var blind = Configured.Strategy<Momentum>("threshold = 5%", "attention = 0%", "look-back = 10 blocks");
        After(blind, [0.02, 0.02], [0.01, 0.03]).Commands.ShouldHaveSingleItem().ShouldBeOfType<Unstake>();
    }
}
