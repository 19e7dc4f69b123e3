using Dtao.Records.Measuring;

namespace Dtao.Records.Tests.Measuring;

public sealed class A_course
{
    /// <summary>1 for 100 blocks, 4 for 300, unknown for 100, and 2 at last for 100.</summary>
    private static readonly Course Some = new([10, 110, 410, 510], [1, 4, double.NaN, 2], end: 610);

    [Fact]
    public void Has_a_last_value_extremes_and_a_mean_over_the_time_that_is_known() =>
        Assert.Equal((2.0, 1.0, 4.0, (100 * 1 + 300 * 4 + 100 * 2) / 500.0), (Some.Final, Some.Lowest, Some.Highest, Some.Mean));

    [Theory]
    [InlineData(9, double.NaN)]
    [InlineData(10, 1)]
    [InlineData(109, 1)]
    [InlineData(110, 4)]
    [InlineData(450, double.NaN)]
    [InlineData(610, 2)]
    [InlineData(611, double.NaN)]
    public void Holds_a_value_until_the_next_one_and_ends_with_the_run(long block, double expected) => Assert.Equal(expected, Some.At(block));

    [Fact]
    public void Tells_when_it_first_passes_a_level()
    {
        Assert.Equal(110, Some.First(value => value > 1));
        Assert.Null(Some.First(value => value > 4));
    }

    [Fact]
    public void Is_read_at_multiples_of_a_time_where_there_is_a_value() =>
        Assert.Equal([(200, 4.0), (400, 4.0), (600, 2.0)], Some.Every(200));

    [Fact]
    public void Without_values_is_nothing()
    {
        Assert.All([Course.None.Final, Course.None.Lowest, Course.None.Highest, Course.None.Mean, Course.None.At(0)], value => Assert.True(double.IsNaN(value)));
        Assert.Empty(Course.None.Every(1));
    }

    [Fact]
    public void Of_one_value_has_that_for_its_mean() => Assert.Equal(3, new Course([7], [3], end: 7).Mean);
}
