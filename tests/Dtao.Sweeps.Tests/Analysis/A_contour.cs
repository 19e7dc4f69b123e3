using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Tests.Analysis;

public sealed class A_contour
{
    [Fact]
    public void goes_between_what_is_below_and_what_is_not() =>
        Assert.Equal([(0.5, 0.0, 0.5, 1.0)], Of([0, 1], [0, 1]));

    [Fact]
    public void lies_where_a_straight_line_reaches_the_level() => // (0.5 − 0.2) ÷ (1 − 0.2) and (0.5 − 0.4) ÷ (0.6 − 0.4)
        Assert.Equal([(0.375, 0.0, 0.5, 1.0)], Of([0.2, 1], [0.4, 0.6]));

    [Fact]
    public void cuts_off_a_corner() => Assert.Equal([(0.5, 0.0, 0.0, 0.5)], Of([1, 0], [0, 0]));

    [Fact]
    public void goes_on_from_square_to_square()
    {
        var line = Of([0, 0, 0], [1, 1, 1]);
        Assert.Equal([(1.0, 0.5, 0.0, 0.5), (2.0, 0.5, 1.0, 0.5)], line);
    }

    /// <summary>The mean decides whether what is above holds together.</summary>
    [Theory]
    [InlineData(0.9, 0.1, "0.5 0 1 0.5, 0.5 1 0 0.5")]
    [InlineData(0.8, 0.0, "0 0.375 0.375 0, 1 0.625 0.625 1")]
    public void through_a_saddle_goes_as_the_mean_says(double high, double low, string expected) =>
        Assert.Equal(expected, string.Join(", ", Of([high, low], [low, high]).Select(part => FormattableString.Invariant($"{part.Item1:0.###} {part.Item2:0.###} {part.Item3:0.###} {part.Item4:0.###}"))));

    [Fact]
    public void is_not_drawn_where_a_corner_is_not_known() => Assert.Empty(Of([0, 1], [double.NaN, 1]));

    [Fact]
    public void needs_two_rows_and_columns() => Assert.Empty(Of([0, 1, 0]));

    private static (double, double, double, double)[] Of(params double[][] rows) =>
        [.. Contour.Of(rows[0].Length, rows.Length, (x, y) => rows[y][x], 0.5).Select(part => (Math.Round(part.FromX, 9), Math.Round(part.FromY, 9), Math.Round(part.ToX, 9), Math.Round(part.ToY, 9)))];
}
