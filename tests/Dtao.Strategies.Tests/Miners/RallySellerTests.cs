using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Miners;

namespace Dtao.Strategies.Tests.Miners;

public class RallySellerTests
{
    private static IReadOnlyList<LedgerCommand> AfterAChangeTo(double price)
    {
        var seller = Configured.Strategy<RallySeller>("threshold = 20%", "share = 25%", "look-back = 5 days");
        seller.Decide(Some.Sight(1000, [Some.Quote(1, 0.01)], held: [(1, 400)]), Some.Dice());
        return seller.Decide(Some.Sight(1300, [Some.Quote(1, price)], held: [(1, 440)]), Some.Dice()).Commands;
    }

    [Theory]
    [InlineData(0.012)] // ln 1.2 is 18 %
    [InlineData(0.005)]
    public void It_keeps_its_income_at_usual_prices_and_in_a_fall(double price) => AfterAChangeTo(price).ShouldBeEmpty();

    [Fact]
    public void In_a_rally_it_sells_a_share_of_what_it_holds() =>
        AfterAChangeTo(0.013).ShouldHaveSingleItem().ShouldBeOfType<Unstake>().Amount.ShouldBe(Alpha.Of(110));

    [Fact]
    public void It_works_for_its_income()
    {
        var sight = Some.Sight(1001, [Some.Quote(1, 0.01)]).Showing(Pages.OfEpoch(1, 1000, 10, Pages.Miner(7)));
        Configured.Strategy<RallySeller>("skill = 60%").Decide(sight, Some.Dice()).Posts.ShouldHaveSingleItem().ShouldBe(new Post(Some.Subnet(1), Topic.Work, 0.6, Some.Self));
    }
}
