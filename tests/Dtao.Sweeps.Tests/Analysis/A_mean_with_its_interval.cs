using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Tests.Analysis;

public sealed class A_mean_with_its_interval
{
    /// <summary>Mean 5; squares off it 9 + 3·1 + 0 + 0 + 4 + 16 = 32, so that sd = √(32 ÷ 7).</summary>
    private static readonly double[] Eight = [2, 4, 4, 4, 5, 5, 7, 9];

    /// <remarks>Newcombe, <i>Two-sided confidence intervals for the single proportion</i>, Stat. Med. 17 (1998), table I, method 3.</remarks>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void of_an_event_is_Wilsons(int hits, int of, double low, double high)
    {
        var found = SampleMean.OfEvent(SeededValues.Independent(Enumerable.Range(0, of).Select(run => run < hits ? 1.0 : 0)));
        Assert.Equal((low, high), (Math.Round(found.Low, 4), Math.Round(found.High, 4)));
        Assert.Equal((of, (double)hits / of), (found.Count, found.Mean));
    }

    [Fact]
    public void of_a_figure_is_Students()
    {
        var found = SampleMean.OfFigure(SeededValues.Independent(Eight));
        Assert.Equal((8, 5.0), (found.Count, found.Mean));
        Assert.Equal(Math.Sqrt(32.0 / 7), found.Deviation, 12);
        var reach = 2.3646242510 * Math.Sqrt(32.0 / 7 / 8); // Student's t of 7 degrees at 97.5 %, from tables
        Assert.Equal(5 - reach, found.Low, 8);
        Assert.Equal(5 + reach, found.High, 8);
    }

    [Fact]
    public void passes_over_what_is_nothing() => Assert.Equal(SampleMean.OfFigure(SeededValues.Independent(Eight)), SampleMean.OfFigure(SeededValues.Independent([double.NaN, .. Eight])));

    [Theory]
    [InlineData(new double[0], 0)]
    [InlineData(new[] { 3.0 }, 1)]
    public void of_one_run_or_none_is_not_known(double[] values, int count)
    {
        var found = SampleMean.OfFigure(SeededValues.Independent(values));
        Assert.Equal((count, true, true), (found.Count, double.IsNaN(found.Low), double.IsNaN(found.High)));
    }

    [Fact]
    public void is_no_narrower_for_runs_that_only_repeat_their_seeds()
    {
        var once = SampleMean.OfFigure(SeededValues.Independent(Eight));
        var thrice = SampleMean.OfFigure(new SeededValues(Enumerable.Range(0, 24).Select(run => (Eight[run % 8], (long)(run % 8)))));
        Assert.Equal((once.Low, once.High, 24), (Math.Round(thrice.Low, 12), Math.Round(thrice.High, 12), thrice.Count), new Closely());
    }

    [Fact]
    public void of_an_event_is_no_narrower_for_runs_that_only_repeat_their_seeds()
    {
        var once = SampleMean.OfEvent(SeededValues.Independent([1, 1, 1, 0, 0, 0, 0, 0]));
        var thrice = SampleMean.Of([new SeededValues(Enumerable.Range(0, 24).Select(run => (run % 8 < 3 ? 1.0 : 0, (long)(run % 8))))], isEvent: true).Single();
        Assert.Equal((once.Low, once.High, 24), (thrice.Low, thrice.High, thrice.Count), new Closely());
    }

    [Fact]
    public void of_an_event_that_never_happens_counts_a_seed_once()
    {
        var found = SampleMean.Of([new SeededValues(Enumerable.Range(0, 24).Select(run => (0.0, (long)(run % 8))))], isEvent: true).Single();
        Assert.Equal((0, 0.3244), (found.Low, Math.Round(found.High, 4))); // z² ÷ (8 + z²)
    }

    [Fact]
    public void is_given_the_seeds_where_they_are_too_few_to_tell_how_they_differ()
    {
        double[] means = [.. Enumerable.Range(0, 2).Select(seed => Eight.Where((_, run) => run % 2 == seed).Average())];
        var reach = SampleMean.OfFigure(SeededValues.Independent(Eight.Select((value, run) => value - means[run % 2]))).High;
        var found = SampleMean.OfFigure(new SeededValues(Eight.Select((value, run) => (value, (long)(run % 2)))));
        Assert.Equal(found.Mean - reach, found.Low, 12);
        Assert.Equal(found.Mean + reach, found.High, 12);
    }

    [Fact]
    public void has_no_width_where_all_runs_of_a_seed_come_to_the_same_and_seeds_are_given()
    {
        var found = SampleMean.OfFigure(new SeededValues(Enumerable.Range(0, 60).Select(run => (run % 3 * 1.0, (long)(run % 3)))));
        Assert.Equal((1, 1), (Math.Round(found.Low, 12), Math.Round(found.High, 12)));
    }

    /// <remarks>Worked by hand: (3.5 − 1.5) ÷ 18 ± 1.96 · √(5 − 4 ÷ 18) ÷ 18.</remarks>
    [Theory]
    [InlineData(3, 1, 16, -0.1269, 0.3491)]
    [InlineData(0, 0, 16, -0.1089, 0.1089)]
    [InlineData(16, 0, 16, 0.7074, 1.0000)]
    public void of_a_difference_of_paired_events_adds_half_a_pair_to_each_outcome(int gained, int lost, int pairs, double low, double high)
    {
        var (from, to) = PairedShare.Interval(gained, lost, pairs);
        Assert.Equal((low, high), (Math.Round(from, 4), Math.Round(to, 4)));
    }

    private sealed class Closely : IEqualityComparer<(double, double, int)>
    {
        public bool Equals((double, double, int) x, (double, double, int) y) => Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item2 - y.Item2) < 1e-9 && x.Item3 == y.Item3;

        public int GetHashCode((double, double, int) obj) => obj.Item3;
    }
}
