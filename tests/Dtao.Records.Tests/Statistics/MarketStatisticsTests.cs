using Dtao.Records.Statistics;

namespace Dtao.Records.Tests.Statistics;

public sealed class MarketStatisticsTests
{
    private const double Missing = double.NaN;

    [Fact]
    public void Pairs_correlate_over_the_steps_that_both_know()
    {
        double[] up = [1, 2, 3, 4], down = [4, 3, 2, 1], gap = [1, Missing, 3, 4], brief = [1, 2, Missing, Missing];
        Assert.Equal([-1, 1, -1], PairwiseCorrelation.Of([up, down, gap], least: 3).Select(correlation => Math.Round(correlation, 12)));
        Assert.Empty(PairwiseCorrelation.Of([up, brief], least: 3));
    }

    // Two equal series move as one: eigenvalues 2 and 0. Two without any correlation: 1 and 1.
    [Fact]
    public void The_first_component_explains_all_of_what_moves_together()
    {
        Assert.Equal(1, PrincipalComponent.FirstShare([[1, 2, 4], [2, 4, 8]]), 12);
        Assert.Equal(0.5, PrincipalComponent.FirstShare([[1, -1, 1, -1], [1, 1, -1, -1]]), 12);
        Assert.Equal(1, PrincipalComponent.FirstShare([[1, Missing, 2, 4], [2, Missing, 4, 8]]), 12);
        Assert.Equal(1, PrincipalComponent.FirstShare([[1, 2, 4], [2, 4, 8], [5, Missing, 1], [3, 3, 3]]), 12);
        Assert.Equal(Missing, PrincipalComponent.FirstShare([[1, 2, 4]]));
    }

    [Theory]
    [InlineData(new double[] { 1, 4, 2, 3, 1 }, -0.75)]
    [InlineData(new double[] { 4, 1, 8, 4 }, -0.75)]
    [InlineData(new double[] { 1, 2, 3 }, 0)]
    [InlineData(new double[] { Missing, 4, Missing, 3 }, -0.25)]
    [InlineData(new double[0], 0)]
    public void Drawdown_is_the_deepest_fall_below_an_earlier_price(double[] prices, double expected) => Assert.Equal(expected, Drawdown.Deepest(prices), 12);

    [Theory]
    [InlineData(1, -0.5)]
    [InlineData(2, -0.75)]
    [InlineData(9, -0.75)]
    public void A_fall_counts_only_within_its_time(int steps, double expected) => Assert.Equal(expected, Drawdown.DeepestWithin(steps, [8, 4, 2, 3]), 12);

    // Spearman with a turned pair among four: d² = 1 + 1, 1 - 6·2 / (4·15) = 0.8.
    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 10, 30, 20, 40 }, 0.8)]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 3, 2, 1 }, -1)]
    [InlineData(new double[] { 1, Missing, 2, 3 }, new double[] { 1, 9, 2, 3 }, 1)]
    [InlineData(new double[] { 1, 2 }, new double[] { 1, 2 }, Missing)]
    public void Ranks_correlate_whatever_the_distances(double[] before, double[] after, double expected) =>
        Assert.Equal(expected, RankCorrelation.Between(before, after), 12);

    [Fact]
    public void Who_stays_among_the_largest_is_counted() => Assert.Equal(1, RankCorrelation.Staying(2, [5, 4, 1, Missing], [9, 1, 2, 8]));

    // ln 1, ln e², and 0 left out: 0 and 2, sd √2.
    [Fact]
    public void Log_spread_is_the_deviation_of_logarithms() => Assert.Equal(Math.Sqrt(2), LogSpread.Of([1, Math.Exp(2), 0, Missing]), 12);

    [Theory]
    [InlineData(new double[] { 1, 2, 4, 8 }, 1, new[] { 1, 3 })] // steps 1, 2, 3 double; 2 comes too soon
    [InlineData(new double[] { 1, 1.9, 3.9 }, 1, new[] { 2 })]
    [InlineData(new double[] { 1, Missing, 4 }, 1, new int[0])]
    [InlineData(new double[] { 1, 1.5, 2 }, 2, new[] { 2 })]
    public void Surges_up_are_told_once_in_a_while(double[] prices, int over, int[] expected) => Assert.Equal(expected, Surges.Up(1, over, apart: 2, prices));

    [Fact]
    public void Surges_down_are_falls() => Assert.Equal([1, 4], Surges.Down(0.5, over: 1, apart: 2, [8, 4, 4, 4, 1, 1]));

    // Pump at step 1; local peak 10 at step 2; one step later 8, two later 4.
    [Theory]
    [InlineData(1, -0.2)]
    [InlineData(2, -0.6)]
    [InlineData(4, Missing)]
    public void What_is_given_back_counts_from_the_local_peak(int after, double expected) =>
        Assert.Equal(expected, GiveBack.At(pump: 1, peakWithin: 2, after, [1, 5, 10, 8, 4, 20]), 12);

    // Of 0 … 10, a tenth of the way is 1.
    [Fact]
    public void A_band_goes_from_the_tenth_to_the_ninetieth_percentile() =>
        Assert.Equal(new Band(1, 5, 9, 11), Band.Of(Enumerable.Range(0, 11).Select(i => (double)i).Append(Missing)));

    [Fact]
    public void A_band_of_nothing_knows_nothing() => Assert.Equal((0, Missing), (Band.Of([]).Count, Band.Of([]).Median));
}
