using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Sensing;

public sealed class MarketFiguresTests
{
    private readonly Sight sight = Some.Sight(1, [Some.Quote(1, 0.5, movingPrice: 0.2, rootDividends: 361), Some.Quote(2, 0), Some.Quote(4, 0.25, movingPrice: 0.1)]);

    [Fact]
    public void Logarithms_stand_in_the_order_of_the_quotes_and_are_no_numbers_where_there_is_no_price() =>
        sight.Figures.LogPrices.ToArray().ShouldBe([Reproducible.Log(0.5), double.NaN, Reproducible.Log(0.25)]);

    [Fact]
    public void The_level_is_the_sum_of_prices_against_the_sum_of_moving_prices() => sight.MarketLevel.ShouldBe((0.5 + 0.25) / (0.2 + 0.1));

    [Fact]
    public void The_middling_moving_price_is_their_median() => sight.Figures.MiddlingMovingPrice.ShouldBe(0.1);

    [Fact]
    public void Root_earns_what_it_was_paid_by_the_block() => sight.Figures.PaidToRoot.ShouldBe(1);

    [Fact]
    public void Who_looks_at_the_same_market_sees_the_same_figures() => sight.Figures.ShouldBeSameAs(sight.Having(Dtao.Protocol.Units.Tao.Zero).Figures);

    [Fact]
    public void An_empty_market_has_figures_too()
    {
        var empty = Some.Sight(1, []);
        empty.MarketLevel.ShouldBe(1);
        empty.Figures.MiddlingMovingPrice.ShouldBe(0);
        empty.Figures.LogPrices.Length.ShouldBe(0);
    }

    [Fact]
    public void A_row_is_empty_when_it_is_lent_again()
    {
        using (var first = Row.Of(70)) first.All.Fill(1);
        using var second = Row.Of(71);
        second.Length.ShouldBe(71);
        second.All.ToArray().ShouldAllBe(number => number == 0);
    }
}
