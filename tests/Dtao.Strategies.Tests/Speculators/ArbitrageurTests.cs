using Dtao.Protocol.Ledgers;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

public class ArbitrageurTests
{
    private static Intent After(double first, double second, (int, decimal)[] held, params string[] settings)
    {
        var trader = Configured.Strategy<Arbitrageur>(["margin = 20%", .. settings]);
        trader.Decide(Some.Sight(1000, [Some.Quote(1, 0.02), Some.Quote(2, 0.05)], free: 100, held: held), Some.Dice(1));
        return trader.Decide(Some.Sight(1100, [Some.Quote(1, first), Some.Quote(2, second)], free: 100, held: held), Some.Dice(2));
    }

    [Fact]
    public void It_moves_from_the_dearer_to_the_cheaper()
    {
        var move = After(0.03, 0.05, [(1, 1000)]).Commands.ShouldHaveSingleItem().ShouldBeOfType<Move>();
        (move.Origin, move.Destination).ShouldBe((Some.Subnet(1), Some.Subnet(2)));
    }

    [Fact]
    public void A_step_is_small_against_both_pools()
    {
        var move = (Move)After(0.03, 0.05, [(1, 100_000)], "pool-share = 0.3%").Commands[0];
        (move.Amount.Tokens * 0.03).ShouldBe(0.003 * 1000, tolerance: 1e-6);
    }

    [Fact]
    public void Prices_that_rise_together_leave_nothing_to_do() => After(0.03, 0.075, [(1, 1000)]).Commands.ShouldBeEmpty();

    [Fact]
    public void A_gap_within_the_margin_is_left_alone() => After(0.022, 0.05, [(1, 1000)]).Commands.ShouldBeEmpty();

    [Fact]
    public void Without_the_dear_one_it_builds_inventory_in_the_cheap_one() =>
        After(0.05, 0.05, []).Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>().Netuid.ShouldBe(Some.Subnet(2));

    [Fact]
    public void But_no_more_of_it_than_its_share_of_wealth() => After(0.05, 0.05, [(2, 4000)], "inventory = 50%").Commands.ShouldBeEmpty();
}
