using Dtao.Fixtures;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Tests.Analysis;

public sealed class Points_compared_seed_by_seed : SweepSpec
{
    // Replicate k has the luck 10·k at every point; being rich adds 1, 2, 3 and 4 to it.
    private static SweepFixture Luck => new()
    {
        Replicates = 4,
        Factors = [FixtureFactor.Words("variant", "poor", "rich")],
        Metrics = [FixtureMetric.Figure("gain")],
        Outcome = run => new FixtureOutcome([10 * run.Replicate + (run.Point == 2 ? run.Replicate : 0)]),
    };

    [Fact]
    public void leave_out_what_luck_does_to_both()
    {
        var sweep = Written(Luck);
        var found = Assert.Single(PairedMeans.Of(sweep, sweep.Points[0]));
        Assert.Equal((2, 4, 2.5), (found.Point.Number, found.Differences[0].Count, found.Differences[0].Mean));
        var reach = 3.1824463053 * Math.Sqrt(5.0 / 3 / 4); // Student's t of 3 degrees at 97.5 %, from tables; squares off the mean 5
        Assert.Equal(2.5 - reach, found.Differences[0].Low, 8);
    }

    [Fact]
    public void turn_round_with_the_point_that_they_are_compared_with()
    {
        var sweep = Written(Luck);
        Assert.Equal(-2.5, Assert.Single(PairedMeans.Of(sweep, sweep.Points[1])).Differences[0].Mean);
    }

    // Eight pairs, each with the event at the second point only: (8.5 − 0.5) ÷ 10, give or take 1.96 · √(9 − 8² ÷ 10) ÷ 10.
    [Fact]
    public void of_an_event_keep_an_interval_where_all_pairs_say_the_same()
    {
        var sweep = Written(new SweepFixture { Replicates = 8, Factors = Luck.Factors, Metrics = [FixtureMetric.Event("crashed")], Outcome = run => new FixtureOutcome([run.Point == 2 ? 1 : 0]) });
        var difference = Assert.Single(PairedMeans.Of(sweep, sweep.Points[0])).Differences[0];
        Assert.Equal((1.0, 0.484), (difference.Mean, Math.Round(difference.Low, 3)));
        Assert.Equal(1, difference.High, 9);
    }

    [Fact]
    public void count_pairs_of_which_both_runs_are_done()
    {
        var sweep = Written(new SweepFixture { Replicates = 4, Factors = Luck.Factors, Metrics = Luck.Metrics, Outcome = run => run is { Point: 1, Replicate: 2 } ? null : Luck.Outcome(run) });
        Assert.Equal(3, Assert.Single(PairedMeans.Of(sweep, sweep.Points[0])).Differences[0].Count);
    }
}
