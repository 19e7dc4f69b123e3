using Dtao.Protocol.Units;
using Dtao.Records.Panels;

namespace Dtao.Records.Tests.Panels;

public sealed class A_price_panel
{
    private const double Missing = double.NaN;

    private static readonly PricePanel Panel = new(new Block(1_000), 300, [1, 65], [[1, 2, 3, 4], [Missing, 8, 7, 6]]);

    [Fact]
    public void has_rows_at_even_blocks()
    {
        Assert.Equal((4, new Block(1_900)), (Panel.Rows, Panel.Last));
        Assert.Equal([0, 1, 1, 2], new[] { 1_000L, 1_151, 1_449, 1_600 }.Select(block => Panel.RowAt(new Block(block))));
    }

    [Fact]
    public void sums_what_trades()
    {
        Assert.Equal((1, 10), (Panel.SumAt(0), Panel.SumAt(1)));
        Assert.Equal([1.0], Panel.Trading(0));
    }

    [Fact]
    public void can_be_cut_and_thinned()
    {
        var cut = Panel.Between(new Block(1_300), new Block(99_999));
        Assert.Equal((3, new Block(1_300)), (cut.Rows, cut.First));
        Assert.Equal([2, 4], cut.Every(2).Columns[0]);
        Assert.Equal(600, cut.Every(2).StepBlocks);
        Assert.Equal(0, Panel.Between(new Block(99_000), new Block(99_999)).Rows);
        Assert.Equal([65], Panel.Where(prices => double.IsNaN(prices[0])).Netuids);
    }

    [Fact]
    public void loses_the_dust_of_newcomers_only()
    {
        var cleaned = Cleaning.WithoutDust(new PricePanel(new Block(0), 300, [1, 65], [[0.9, 0.8, 0.1, 0.1], [Missing, 4, 0.46, 0.02]]));
        Assert.Equal([0.9, 0.8, 0.1, 0.1], cleaned.Columns[0]);
        Assert.Equal([Missing, Missing, Missing, 0.02], cleaned.Columns[1]);
    }

    [Fact]
    public void seasons_newcomers_for_seven_days()
    {
        var days = Enumerable.Range(0, 12).Select(day => (double)day).ToArray();
        double[] late = [Missing, Missing, .. days[2..]];
        var seasoned = Cleaning.Seasoned(new PricePanel(new Block(0), Block.PerDay, [1, 65], [days, late]));
        Assert.Equal(days, seasoned.Columns[0]);
        Assert.Equal(9, Array.FindIndex(seasoned.Columns[1], price => !double.IsNaN(price)));
    }
}
