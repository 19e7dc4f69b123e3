using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Speculators;

namespace Dtao.Strategies.Tests.Speculators;

public class YieldFarmerTests
{
    /// <summary>Root earns 6 TAO a tempo on 6 million staked: 20 tempos a day, 0.06 % over 30 days.</summary>
    private static SubnetQuote Subnet(int netuid, double gainPerMonth) =>
        Some.Quote(netuid, 0.02, staked: 100_000, dividends: 100_000 * gainPerMonth * 361 / (30 * Block.PerDay), rootDividends: 3);

    private static ImmutableArray<LedgerCommand> Farming(double first, double second, decimal free = 50, params (int, decimal)[] held) =>
        Configured.Strategy<YieldFarmer>("horizon = 30 days", "margin = 5%").Decide(Some.Sight(1000, [Subnet(1, first), Subnet(2, second)], free, 500, held), Some.Dice()).Commands;

    [Fact]
    public void It_buys_the_best_yield_that_beats_root_by_the_margin() =>
        Farming(0.10, 0.20).OfType<Stake>().ShouldHaveSingleItem().Netuid.ShouldBe(Some.Subnet(2));

    [Fact]
    public void Otherwise_its_cash_goes_to_root() => Farming(0.01, 0.02).ShouldHaveSingleItem().ShouldBeOfType<Stake>().Netuid.ShouldBe(NetUid.Root);

    [Fact]
    public void It_leaves_a_subnet_that_root_beats_by_the_margin()
    {
        SubnetQuote[] quotes = [Some.Quote(1, 0.02, rootDividends: 2000), Some.Quote(2, 0.02)]; // root: 20 % a month
        var commands = Configured.Strategy<YieldFarmer>("margin = 5%").Decide(Some.Sight(1000, quotes, held: [(1, 5000)]), Some.Dice()).Commands;
        commands.ShouldHaveSingleItem().ShouldBeOfType<Unstake>().Netuid.ShouldBe(Some.Subnet(1));
    }

    [Fact]
    public void It_moves_from_a_poor_subnet_to_a_much_better_one()
    {
        var move = Farming(0.01, 0.20, free: 0, (1, 5000)).OfType<Move>().ShouldHaveSingleItem();
        (move.Origin, move.Destination).ShouldBe((Some.Subnet(1), Some.Subnet(2)));
    }

    [Fact]
    public void It_stays_where_another_is_better_by_less_than_the_margin() => Farming(0.17, 0.20, free: 0, (1, 5000)).OfType<Move>().ShouldBeEmpty();

    [Fact]
    public void It_counts_the_thinning_by_its_own_stake()
    {
        SubnetQuote[] quotes = [Some.Quote(1, 0.02, staked: 1, dividends: 0.02)]; // twelve times a month on one alpha, 4 % on the 300 that it would bring
        Configured.Strategy<YieldFarmer>("margin = 10%").Decide(Some.Sight(1000, quotes, free: 5000), Some.Dice()).Commands
            .ShouldHaveSingleItem().ShouldBeOfType<Stake>().Netuid.ShouldBe(NetUid.Root);
    }

    [Fact]
    public void A_falling_price_weighs_against_a_yield_as_far_as_it_is_expected_to_go_on()
    {
        ImmutableArray<LedgerCommand> Second(string belief)
        {
            var farmer = Configured.Strategy<YieldFarmer>($"trend-belief = {belief}");
            farmer.Decide(Some.Sight(1000, [Subnet(1, 0.2)], 50, 500), Some.Dice(1));
            return farmer.Decide(Some.Sight(2000, [Subnet(1, 0.2) with { Price = 0.01, AlphaReserve = Alpha.Of(100_000) }], 50, 500), Some.Dice(2)).Commands;
        }
        Second("0%").OfType<Stake>().ShouldContain(order => order.Netuid == Some.Subnet(1));
        Second("100%").OfType<Stake>().ShouldNotContain(order => order.Netuid == Some.Subnet(1));
    }
}
