using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Miners;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Miners;

public class HolderMinerTests
{
    private static readonly Heard Told = Some.Heard(1, Topic.PayForHolding, 1);

    /// <summary>It looks at every wake and buys at once what it wants.</summary>
    private static HolderMiner Holder(params string[] settings) => Configured.Strategy<HolderMiner>(
        ["pause = 1 blocks", "cash-share = 100%", "pool-share = 100%", "from-root = 0%", "trust = 80%", "revise = 40%", "wanted = 1%", "horizon = 5 days",
            "conviction = 60%", "others = 50%", "slippage = 10%", .. settings]);

    /// <summary>Its last epoch paid one who holds 1,000 alpha.</summary>
    private static Sight At(long block, double incentive = 150, decimal held = 0, int miner = 20, decimal cost = 0, params Heard[] heard) =>
        Some.Sight(block, [Some.Quote(1, 0.02, staked: 50_000) with { RegistrationCost = Tao.Of(cost) }], free: 100, held: [(1, held)], heard: heard)
            .Showing(Pages.OfEpoch(1, 900, incentive, Pages.Voter(3, votes: 1), Pages.Miner(miner, paid: 1, held: 1000)));

    private static Intent Deciding(HolderMiner holder, Sight sight) => holder.Decide(sight, Some.Dice(sight.Now.Height));

    [Fact]
    public void It_comes_where_it_believes_that_holding_is_paid_with_the_share_of_its_wealth_that_it_dares()
    {
        var orders = Deciding(Holder(), At(1000, heard: Told)).Commands;
        orders.OfType<RegisterNeuron>().ShouldHaveSingleItem().ShouldBe(new RegisterNeuron(Some.Self, Some.Subnet(1)));
        orders.OfType<Stake>().ShouldHaveSingleItem().Amount.ShouldBe(Tao.Of(60));
    }

    [Fact]
    public void Where_nobody_says_so_it_does_not_come() => Deciding(Holder(), At(1000)).Commands.ShouldBeEmpty();

    [Theory] // 0.88 · 150 ÷ 1,000 in a tempo of 361 blocks are 263 % a day
    [InlineData("260%", true)]
    [InlineData("270%", false)]
    public void It_comes_only_for_the_pay_that_it_wants(string wanted, bool comes) =>
        Deciding(Holder($"wanted = {wanted}"), At(1000, heard: Told)).Commands.Any().ShouldBe(comes);

    [Theory]
    [InlineData(7, 0)] // its own account: it has its place
    [InlineData(20, 200)] // more than it has
    public void It_pays_for_a_place_only_once_and_only_what_it_has(int miner, int cost) =>
        Deciding(Holder(), At(1000, miner: miner, cost: cost, heard: Told)).Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>();

    [Fact]
    public void With_enough_of_its_wealth_there_it_holds() // 5,000 alpha bring 90.9 TAO, not 60 % but 48 % of its wealth
    {
        var holder = Holder("conviction = 40%");
        Deciding(holder, At(1000, miner: 7, heard: Told));
        Deciding(holder, At(1100, held: 5000, miner: 7)).Commands.ShouldBeEmpty();
    }

    /// <remarks>By one alpha a tempo the pay of five days is below 9 %; with all weight behind it the say makes it fear a fall of 2 ln 1.35, 60 %.</remarks>
    [Theory]
    [InlineData(1, true)]
    [InlineData(1500, false)]
    public void It_flees_at_any_price_where_it_fears_more_than_it_hopes_to_be_paid(double incentive, bool flees)
    {
        var holder = Holder("wanted = 0.1%");
        Deciding(holder, At(1000, incentive, miner: 7, heard: Told)).Commands.OfType<Stake>().ShouldHaveSingleItem();
        var sales = Deciding(holder, At(1100, incentive, held: 5000, miner: 7, heard: [Some.Heard(1, Topic.StakeShare, 1), Some.Heard(1, Topic.PayForSelling, 1)]))
            .Commands.OfType<Unstake>().ToArray();
        sales.Select(sale => (sale.Amount, sale.Limit)).ShouldBe(flees ? [(Alpha.Of(5000), null)] : []);
    }
}
