using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

public class RetailTests
{
    private static readonly Heard Bull = Some.Heard(0, Topic.Regime, 1), Bear = Some.Heard(0, Topic.Regime, -1);

    private static Retail Coming(params string[] settings) => Configured.Strategy<Retail>(
        ["outside = 100 tao", "inflow = 10%", "flight = 100%", "talk = 0%", "chase = 3", "loud = 5 tao", "cash-share = 50%", "pool-share = 10%", "memory = 1 day", .. settings]);

    private static Sight At(long block, double price = 0.01, decimal free = 20, decimal held = 0, params Heard[] heard) =>
        Some.Sight(block, [Some.Quote(1, price), Some.Quote(2, 0.01)], free, held: [(1, held)], heard: heard);

    private static int?[] Bought(Func<long, Retail, Intent> look) => [.. Enumerable.Range(0, 300).Select(i => (int?)look(i, Coming()).Commands.OfType<Stake>().SingleOrDefault()?.Netuid.Value)];

    [Fact]
    public void In_a_bull_market_it_brings_in_a_part_of_what_it_has_left_outside()
    {
        var retail = Coming();
        retail.Decide(At(1000, heard: Bull), Some.Dice()).Commands.OfType<Deposit>().ShouldHaveSingleItem().Amount.Tokens.ShouldBe(10, tolerance: 1e-6);
        retail.Hear(new Deposited(Some.Self, Tao.Of(10)));
        retail.Decide(At(2000), Some.Dice()).Commands.OfType<Deposit>().ShouldHaveSingleItem().Amount.Tokens.ShouldBe(9, tolerance: 1e-6);
    }

    [Fact]
    public void Until_it_hears_of_one_it_stays_at_home() => Coming().Decide(At(1000, free: 0), Some.Dice()).Commands.ShouldBeEmpty();

    [Fact]
    public void In_a_bear_market_it_sells_and_takes_its_money_out()
    {
        var commands = Coming("pool-share = 100%").Decide(At(1000, held: 500, heard: Bear), Some.Dice()).Commands;
        commands.OfType<Unstake>().ShouldHaveSingleItem().Amount.ShouldBe(Alpha.Of(500));
        commands.OfType<Withdraw>().ShouldHaveSingleItem().Amount.ShouldBe(Tao.Of(20));
        commands.OfType<Deposit>().ShouldBeEmpty();
    }

    [Fact]
    public void What_it_took_out_it_can_bring_in_again()
    {
        var retail = Coming();
        retail.Decide(At(1000, heard: Bear), Some.Dice());
        retail.Hear(new Withdrawn(Some.Self, Tao.Of(50)));
        retail.Decide(At(2000, heard: Bull), Some.Dice()).Commands.OfType<Deposit>().ShouldHaveSingleItem().Amount.Tokens.ShouldBe(15, tolerance: 1e-6);
    }

    [Fact]
    public void What_nothing_draws_it_to_it_does_not_buy() => Coming().Decide(At(1000, heard: Bull), Some.Dice()).Commands.OfType<Stake>().ShouldBeEmpty();

    [Theory]
    [InlineData(Topic.Attention, 15, 0.75)] // three voices for the marketing against one
    [InlineData(Topic.Holding, 0.2, 0.5)]
    public void It_buys_in_proportion_to_the_attention_that_a_subnet_caught(Topic topic, double value, double share)
    {
        var bought = Bought((i, retail) => retail.Decide(At(1000, heard: [Bull, Some.Heard(1, topic, value), Some.Heard(2, Topic.Holding, 0.1)]), Some.Dice(i)));
        (bought.Count(netuid => netuid == 1) / 300.0).ShouldBe(share, tolerance: 0.1);
        bought.ShouldAllBe(netuid => netuid == 1 || netuid == 2);
    }

    [Fact]
    public void A_rise_draws_it_too() => Bought((i, retail) =>
    {
        retail.Decide(At(1000, heard: Bull), Some.Dice(i));
        return retail.Decide(At(1100, price: 0.02), Some.Dice(i));
    }).ShouldAllBe(netuid => netuid == 1);

    [Fact]
    public void What_it_heard_long_ago_draws_it_no_more_than_what_it_hears_now() => Bought((i, retail) =>
    {
        retail.Decide(At(1000, heard: [Bull, Some.Heard(1, Topic.Attention, 20)]), Some.Dice(i));
        return retail.Decide(At(1000 + 10 * Block.PerDay, heard: Some.Heard(2, Topic.Holding, 0.1)), Some.Dice(i));
    }).ShouldAllBe(netuid => netuid == 2);

    [Fact]
    public void It_tells_what_it_holds() =>
        Coming("talk = 100%").Decide(At(1000, free: 0, held: 1000, heard: Bull), Some.Dice()).Posts.ShouldHaveSingleItem().Topic.ShouldBe(Topic.Holding);
}
