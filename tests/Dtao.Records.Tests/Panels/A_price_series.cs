using Dtao.Protocol.Units;
using Dtao.Records.Panels;

namespace Dtao.Records.Tests.Panels;

public sealed class A_price_series
{
    private static readonly PriceSeries Series = new([10, 30, 40], [1, 3, 2]);

    [Theory]
    [InlineData(9, double.NaN)]
    [InlineData(10, 1)]
    [InlineData(29, 1)]
    [InlineData(30, 3)]
    [InlineData(99, 2)]
    public void holds_a_price_until_the_next_is_seen(long block, double expected) => Assert.Equal(expected, Series.At(new Block(block)));

    [Fact]
    public void can_be_laid_on_a_grid() => Assert.Equal([1, 1, 3, 2], Series.Grid(new Block(10), new Block(45), 10));

    [Theory]
    [InlineData(10, 99, 30, 3)]
    [InlineData(20, 29, 20, 1)] // nothing seen between: the price that holds
    [InlineData(35, 45, 35, 3)]
    [InlineData(0, 15, 10, 1)]
    public void knows_its_highest(long from, long to, long block, double price) => Assert.Equal((new Block(block), price), Series.Highest(new Block(from), new Block(to)));

    [Fact]
    public void knows_its_lowest() => Assert.Equal((new Block(40), 2), Series.Lowest(new Block(30), new Block(50)));
}
