using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Miners;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Miners;

public class HonestMinerTests
{
    private const int Own = 7;

    /// <summary>A miner that compares at every look, and for which a place has to earn its price within a day.</summary>
    private static HonestMiner Miner(params string[] settings) => Configured.Strategy<HonestMiner>(
        ["skill = 80%", "cost = 1 tao", "keep = 100%", "compare-every = 1 blocks", "horizon = 1 day", "margin = 50%", .. settings]);

    /// <summary>Two subnets, at 0.01 TAO; a place costs 1 TAO.</summary>
    private static Sight At(long block, decimal free = 10, decimal held = 0, double burn = 1, params Metagraph[] pages) =>
        Some.Sight(block, [.. new[] { 1, 2 }.Select(netuid => Some.Quote(netuid, 0.01) with { RegistrationCost = Tao.Of((decimal)burn) })], free, held: [(1, held)]).Showing(pages);

    /// <summary>10 alpha a tempo are about 2 TAO a day; this miner has all of it.</summary>
    private static Metagraph Home(long epoch = 1000, double share = 1) => Pages.OfEpoch(1, epoch, 10, Pages.Miner(Own, paid: share), Pages.Miner(8, paid: 1 - share));

    private static Metagraph Other(double incentive) => Pages.OfEpoch(2, 900, incentive, Pages.Miner(20, paid: 1));

    [Fact]
    public void It_shows_its_work_where_it_has_a_place_and_says_so_once()
    {
        var miner = Miner();
        miner.Decide(At(1001, pages: Home()), Some.Dice()).Posts.ShouldHaveSingleItem().ShouldBe(new Post(Some.Subnet(1), Topic.Work, 0.8, Some.Self));
        miner.Decide(At(2001, pages: Home(2000)), Some.Dice()).Posts.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_place_it_shows_nothing() => Miner().Decide(At(1001, pages: Other(0)), Some.Dice()).Posts.ShouldBeEmpty();

    [Fact]
    public void Until_all_subnets_have_had_an_epoch_it_looks_for_its_place_at_least_once_a_tempo() =>
        Miner("pause = 300 days").Decide(At(1001, pages: Other(0)), Some.Dice()).Conditions.ShouldHaveSingleItem().ShouldBe(When.At(new Block(1001 + Pages.Tempo)));

    [Theory]
    [InlineData(0, 1.0)] // a day's cost of 1 TAO, out of the 2 that 200 alpha bring
    [InlineData(50, 1.5)] // and half of what is left
    [InlineData(100, 2.0)] // or all of it
    public void It_sells_income_for_its_cost_and_a_share_of_what_is_left(int sold, double tao)
    {
        var miner = Miner($"keep = {100 - sold}%");
        miner.Decide(At(1001, held: 1000, pages: Home()), Some.Dice());
        var order = miner.Decide(At(1001 + Block.PerDay, held: 1200, pages: Home()), Some.Dice()).Commands.OfType<Unstake>().ShouldHaveSingleItem();
        order.Amount.Tokens.ShouldBe(100 * tao, tolerance: 0.3); // 200 alpha along the curve of a pool of 100,000 bring nearly 2 TAO
    }

    [Fact]
    public void It_does_not_touch_its_savings()
    {
        var miner = Miner("cost = 100 tao", "keep = 0%");
        miner.Decide(At(1001, held: 1000, pages: Home()), Some.Dice());
        miner.Decide(At(1001 + Block.PerDay, held: 1000, pages: Home()), Some.Dice()).Commands.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(30, false)] // shared with the one who mines there, 3 TAO a day, less 1 for the place: not half as much again as the 2 at home
    [InlineData(45, true)] // 4.5, less 1
    public void It_registers_where_pay_less_the_price_of_the_place_is_better_by_the_margin(double incentive, bool goes) =>
        Places(Miner().Decide(At(1001, pages: [Home(), Other(incentive)]), Some.Dice())).ShouldBe(goes ? [2] : []);

    [Fact]
    public void It_expects_to_be_paid_elsewhere_as_it_is_at_home_against_the_others() => // a tenth of the average
        Places(Miner().Decide(At(1001, pages: [Home(share: 0.05), Other(45)]), Some.Dice())).ShouldBeEmpty();

    [Theory]
    [InlineData(0.1, true)] // 4.5 TAO a day, of which 90 % go to miners
    [InlineData(0.9, false)]
    public void It_does_not_go_where_the_owners_code_keeps_the_pay(double burn, bool goes)
    {
        var sight = At(1001, pages: [Home(), Other(50)]) with { Heard = new Feed([Some.Heard(2, Topic.Burn, burn)]) };
        Places(Miner().Decide(sight, Some.Dice())).ShouldBe(goes ? [2] : []);
    }

    [Fact]
    public void It_goes_where_the_pay_was_kept_once_another_owner_has_published_its_code()
    {
        var sight = At(1001, pages: [Home(), Other(50)]) with { Heard = new Feed([Some.Heard(2, Topic.Burn, 1), Some.Heard(2, Topic.PayForHolding, 0)]) };
        Places(Miner().Decide(sight, Some.Dice())).ShouldBe([2]);
    }

    [Fact]
    public void As_long_as_nobody_keeps_the_pay_it_does_not_read_what_else_is_published()
    {
        var sight = At(1001, pages: Home()) with { Heard = new Feed([Some.Heard(2, Topic.PayForHolding, 1)]) };
        Miner().Decide(sight, Some.Dice());
        sight.Heard.WasRead.ShouldBeFalse();
    }

    [Fact]
    public void It_cannot_buy_a_place_with_what_its_machine_has_cost()
    {
        var miner = Miner();
        miner.Decide(At(1001, free: 1.5m, pages: Home()), Some.Dice());
        Places(miner.Decide(At(1001 + Block.PerDay, free: 1.5m, pages: [Home(8000), Other(450)]), Some.Dice())).ShouldBeEmpty();
    }

    [Fact]
    public void It_works_where_it_registered_last_and_no_longer_where_it_was()
    {
        var miner = Miner();
        miner.Decide(At(1001, pages: [Home(), Other(45)]), Some.Dice()).Conditions.ShouldContain(When.Fill());
        miner.Hear(new NeuronRegistered(Some.Self, Some.Subnet(2), 5, Tao.Of(1), Alpha.Of(1), null));
        miner.Decide(At(1002, pages: [Home(), Other(45)]), Some.Dice()).Posts.ShouldBe(
            [new Post(Some.Subnet(1), Topic.Work, 0, Some.Self), new Post(Some.Subnet(2), Topic.Work, 0.8, Some.Self)]);
    }

    [Theory]
    [InlineData(30, true)] // 3 TAO a day, for a place of 1 TAO and costs of 1.5 with the margin
    [InlineData(15, false)]
    public void Having_lost_its_place_it_registers_again_if_that_pays(double incentive, bool comes)
    {
        var miner = Miner();
        miner.Decide(At(1001, pages: Home()), Some.Dice());
        var without = Pages.OfEpoch(1, 2000, incentive, Pages.Miner(8, paid: 1));
        Places(miner.Decide(At(2001, pages: without), Some.Dice())).ShouldBe(comes ? [1] : []);
    }

    [Fact]
    public void Where_it_was_paid_nothing_it_does_not_come_again_soon()
    {
        var miner = Miner();
        miner.Decide(At(1001, pages: Home(share: 0)), Some.Dice());
        var without = Pages.OfEpoch(1, 2000, 45, Pages.Miner(8, paid: 1));
        Places(miner.Decide(At(2001, pages: without), Some.Dice())).ShouldBeEmpty();
        Places(miner.Decide(At(1001 + Block.PerDay, pages: without), Some.Dice())).ShouldBe([1]);
    }

    private static int[] Places(Intent intent) => [.. intent.Commands.OfType<RegisterNeuron>().Select(order => (int)order.Netuid.Value)];
}
