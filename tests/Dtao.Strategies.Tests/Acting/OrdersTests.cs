using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Strategies.Tests.Acting;

public class OrdersTests
{
    private static readonly OrderBounds Bounds = new(CashShare: 0.1, PoolShare: 0.01, Least: 1, Slippage: 0.05, FromRoot: 0.2);

    private static readonly SubnetQuote Deep = Some.Quote(1, 0.02, tao: 10_000), Dust = Some.Quote(2, 0.5, tao: 1);

    private static Orders For(decimal free, decimal onRoot = 0, (int, decimal)[]? held = null, OrderBounds? bounds = null) =>
        new(Some.Sight(1000, [Deep, Dust], free, onRoot, held), bounds ?? Bounds);

    [Theory]
    [InlineData(500, 50)] // a tenth of the purse
    [InlineData(50_000, 100)] // a hundredth of the pool
    [InlineData(5, 1)] // the least order, where the purse's share is less
    [InlineData(0.9, 0)] // nothing, where the purse is less
    public void A_purchase_is_bounded_by_purse_and_pool_and_never_below_the_least(double free, double spent) =>
        For((decimal)free).Spend(Deep).ShouldBe(spent, tolerance: 1e-9);

    [Fact]
    public void A_dust_pool_takes_the_least_order_and_the_slippage_limit_guards_it()
    {
        var orders = For(500);
        orders.Buy(Dust);
        var order = orders.Intent.Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>();
        (order.Amount, order.Limit!.Value.Rao / 1e9).ShouldBe((Tao.Of(1), 0.525));
    }

    [Fact]
    public void A_sale_is_bounded_by_the_pool()
    {
        var orders = For(0, held: [(1, 400_000)]);
        orders.Sell(Deep);
        orders.Intent.Commands.ShouldHaveSingleItem().ShouldBeOfType<Unstake>().Amount.Tokens.ShouldBe(5_000, tolerance: 1e-6);
    }

    [Fact]
    public void Leaving_is_not()
    {
        var orders = For(0, held: [(1, 400_000)]);
        orders.Leave(Deep);
        orders.Intent.Commands.ShouldHaveSingleItem().ShouldBeOfType<Unstake>().Amount.ShouldBe(Alpha.Of(400_000));
    }

    [Fact]
    public void Later_purchases_have_what_earlier_ones_left()
    {
        var orders = For(10, bounds: Bounds with { CashShare = 0.75 });
        orders.Buy(Deep);
        orders.Buy(Deep);
        orders.Buy(Deep);
        orders.Intent.Commands.Cast<Stake>().Select(order => order.Amount.Tokens).ShouldBe([7.5, 1.875]);
    }

    [Fact]
    public void Root_is_left_alone_while_there_is_cash()
    {
        var orders = For(500, onRoot: 1000);
        orders.Buy(Deep);
        orders.Intent.Commands.ShouldHaveSingleItem().ShouldBeOfType<Stake>();
    }

    [Fact]
    public void No_more_is_drawn_from_root_than_its_share()
    {
        var orders = For(0, onRoot: 100, bounds: Bounds with { CashShare = 1 });
        orders.Buy(Deep);
        orders.Buy(Deep);
        orders.Intent.Commands.OfType<Unstake>().ShouldHaveSingleItem().Amount.Tokens.ShouldBe(20, tolerance: 1e-6);
    }

    [Fact]
    public void A_move_is_bounded_by_both_pools()
    {
        var orders = For(0, held: [(1, 400_000)]);
        orders.Move(Deep, Dust);
        var moved = orders.Intent.Commands.ShouldHaveSingleItem().ShouldBeOfType<Move>();
        (moved.Amount.Tokens * Deep.Price).ShouldBe(1, tolerance: 1e-6);
    }
}
