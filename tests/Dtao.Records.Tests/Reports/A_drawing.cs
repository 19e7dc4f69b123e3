using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Tests.Reports;

public sealed class A_drawing
{
    private static readonly Plot Plot = new(Frame.Wide, new LinearAxis(0, 100_000), new LinearAxis(0, 100));

    [Fact]
    public void of_many_values_keeps_every_peak()
    {
        (double X, double Y)[] points = [.. Enumerable.Range(0, 100_001).Select(i => ((double)i, i == 54_321 ? 100.0 : i == 54_400 ? 0 : 50 + i % 7))];
        var drawn = Thinning.ByColumn(points, Plot).ToArray();
        Assert.InRange(drawn.Length, 700, 4 * 730);
        Assert.Contains(drawn, point => Math.Abs(point.Y - Plot.Up(100)) < 1e-9);
        Assert.Contains(drawn, point => Math.Abs(point.Y - Plot.Up(0)) < 1e-9);
        Assert.Equal(drawn.Select(point => point.X).Order(), drawn.Select(point => point.X));
    }

    [Fact]
    public void of_a_price_holds_it_until_it_is_told_anew() =>
        Assert.Contains((Plot.Across(50_000), Plot.Up(10)), Thinning.ByColumn([(0, 10), (50_000, 90)], Plot, holds: true));

    [Fact]
    public void lifts_the_pen_where_there_is_no_value() =>
        Assert.Equal("M1 2L3 4M7 8", Polyline.Path([(1, 2), (3, 4), (5, double.NaN), (7, 8)]).Text);

    [Theory]
    [InlineData(100, 100, 100)]
    [InlineData(30, 31, 32)]
    [InlineData(298, 299, 300)]
    public void pushes_names_apart(double one, double two, double three)
    {
        var placed = EndLabels.Spread([one, two, three], top: 30, foot: 300);
        Assert.All(placed, y => Assert.InRange(y, 30, 300));
        Assert.All(placed.Zip(placed.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 14));
    }

    [Fact]
    public void shows_text_and_makes_no_elements_of_it() =>
        Assert.Equal("<b>&lt;i&gt; &amp; &quot;&#39; \uFFFD\uFFFD</b>", Markup.Of($"<b>{"<i> & \"' \u001b\u202e"}</b>").Text);
}
