using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Owners;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Owners;

public class OwnerTests
{
    /// <summary>It owns the first of two subnets.</summary>
    private static Sight At(long block, double price = 0.01, double elsewhere = 0.01, Tao? ask = null, decimal free = 100) =>
        Some.Sight(block, [Some.Quote(1, price) with { Owner = Some.Self, Ask = ask }, Some.Quote(2, elsewhere)], free, held: [(1, 1000)]);

    [Fact]
    public void A_seller_of_the_cut_puts_its_subnet_up_for_sale_at_its_price() => Configured.Strategy<CutSeller>("ask = 300 tao")
        .Decide(At(1000), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBe(new OfferSubnet(Some.Self, Some.Subnet(1), Tao.Of(300)));

    [Fact]
    public void It_does_so_once() => Configured.Strategy<CutSeller>("ask = 300 tao").Decide(At(1000, ask: Tao.Of(300)), Some.Dice()).Commands.ShouldBeEmpty();

    [Fact]
    public void An_owner_that_asks_nothing_keeps_its_subnet() => Configured.Strategy<CutSeller>("ask = 0 tao").Decide(At(1000), Some.Dice()).Commands.ShouldBeEmpty();

    [Fact]
    public void A_builder_asks_too_but_sells_nothing_of_the_cut() => Configured.Strategy<Builder>("ask = 5000 tao")
        .Decide(At(1000), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBe(new OfferSubnet(Some.Self, Some.Subnet(1), Tao.Of(5000)));

    [Theory]
    [InlineData(0.007, 5)] // ln 0.7 is −36 %
    [InlineData(0.008, 0)] // −22 %
    [InlineData(0.02, 0)]
    public void A_builder_buys_back_a_little_where_its_price_stands_below_the_usual_one(double price, double tao)
    {
        var builder = Configured.Strategy<Builder>("threshold = 30%", "buy-back = 5%", "ask = 0 tao");
        builder.Decide(At(1000), Some.Dice());
        var bought = builder.Decide(At(1100, price), Some.Dice()).Commands.OfType<Stake>().ToArray();
        bought.Sum(order => order.Amount.Tokens).ShouldBe(tao, tolerance: 1e-9);
        bought.ShouldAllBe(order => order.Netuid == Some.Subnet(1));
    }

    [Fact]
    public void A_builder_does_not_buy_what_others_own()
    {
        var builder = Configured.Strategy<Builder>("threshold = 30%", "ask = 0 tao");
        builder.Decide(At(1000), Some.Dice());
        builder.Decide(At(1100, elsewhere: 0.002), Some.Dice()).Commands.ShouldBeEmpty();
    }

    [Fact]
    public void A_holder_of_the_cut_asks_for_its_subnet_after_a_time_only()
    {
        var holder = Configured.Strategy<CutHolder>("patience = 2 days", "ask = 100 tao");
        var first = holder.Decide(At(1000), Some.Dice());
        first.Commands.ShouldBeEmpty();
        first.Conditions.ShouldHaveSingleItem().ShouldBe(When.At(new Block(1000 + 2 * Block.PerDay)));
        holder.Decide(At(1000 + 2 * Block.PerDay), Some.Dice()).Commands.ShouldHaveSingleItem().ShouldBe(new OfferSubnet(Some.Self, Some.Subnet(1), Tao.Of(100)));
    }
}
