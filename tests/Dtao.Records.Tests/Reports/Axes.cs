using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Tests.Reports;

public sealed class Axes
{
    [Theory]
    [InlineData(0.3, 0.5)]
    [InlineData(1, 1)]
    [InlineData(1.1, 2)]
    [InlineData(7, 10)]
    [InlineData(23, 50)]
    [InlineData(0.0011, 0.002)]
    [InlineData(0, 1)]
    public void go_in_steps_of_one_two_or_five(double least, double step) => Assert.Equal(step, Steps.Nice(least), 12);

    [Fact]
    public void that_are_linear_begin_and_end_at_whole_steps()
    {
        var axis = LinearAxis.Around([-356, 958]);
        Assert.Equal((-400, 1_000), (axis.From, axis.To));
        Assert.Equal(["-400", "-200", "0", "200", "400", "600", "800", "1,000"], axis.Ticks(10).Select(tick => tick.Label));
    }

    [Fact]
    public void that_are_logarithmic_divide_their_decades_as_finely_as_there_is_room()
    {
        var axis = new LogAxis(0.002, 2);
        Assert.Equal(["0.01", "0.1", "1"], axis.Ticks(3).Select(tick => tick.Label));
        Assert.Equal(["0.003", "0.01", "0.03", "0.1", "0.3", "1"], axis.Ticks(6).Select(tick => tick.Label));
        Assert.Equal(0.5, axis.ShareOf(Math.Sqrt(0.002 * 2)), 12);
        Assert.True(double.IsNaN(axis.ShareOf(0)));
    }

    [Fact]
    public void that_are_logarithmic_hold_all_values_with_room_around_them() =>
        Assert.All([0.004, 0.11], value => Assert.InRange(LogAxis.Around([0.004, 0.11, 0, double.NaN]).ShareOf(value), 0.01, 0.99));

    [Fact]
    public void of_time_have_as_many_ticks_as_leave_their_dates_room()
    {
        var chart = new Chart(new TimeAxis(Some.FirstBlock.Height, Some.FirstBlock.Height + 3 * 7_200, Some.FirstBlock, Some.Time), LinearAxis.Around([0, 1]), []);
        var drawn = chart.Draw(Frame.Wide, "a", "t", "d").ToString();
        var places = System.Text.RegularExpressions.Regex.Matches(drawn, "tick faint middle\" x=\"([0-9.]+)").Select(found => double.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.InRange(places.Length, 3, 12);
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second - pair.First > "13 Feb 21:43".Length * Frame.Character));
    }

    [Fact]
    public void of_time_count_days_since_the_first_block_and_give_the_date()
    {
        var axis = new TimeAxis(Some.FirstBlock.Height, Some.FirstBlock.Height + 40 * 7_200, Some.FirstBlock, Some.Time);
        var ticks = axis.Ticks(12);
        Assert.Equal(["0", "5", "10", "15", "20", "25", "30", "35", "40"], ticks.Select(tick => tick.Label));
        Assert.Equal(("13 Feb", "25 Mar"), (ticks[0].Below, ticks[^1].Below)); // 2025
    }

    [Fact]
    public void of_time_give_the_hour_where_days_are_too_long()
    {
        var axis = new TimeAxis(Some.FirstBlock.Height, Some.FirstBlock.Height + 3_600, Some.FirstBlock, Some.Time);
        Assert.Equal([("0", "13 Feb 21:43"), ("0.25", "14 Feb 03:43"), ("0.5", "14 Feb 09:43")], axis.Ticks(3).Select(tick => (tick.Label, tick.Below)));
    }

    [Fact]
    public void of_returns_set_halving_and_doubling_equally_far_apart()
    {
        var axis = ReturnAxis.Around([-0.75, 7]);
        Assert.Equal(axis.ShareOf(0) - axis.ShareOf(-0.5), axis.ShareOf(1) - axis.ShareOf(0), 12);
        Assert.Contains(axis.Ticks(5), tick => tick is { Value: 0, Label: "0 %" });
        Assert.Equal(0, axis.ShareOf(-1));
    }
}
