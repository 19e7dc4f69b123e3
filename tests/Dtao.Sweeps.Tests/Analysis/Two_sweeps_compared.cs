using Dtao.Fixtures;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Tests.Analysis;

public sealed class Two_sweeps_compared : SweepSpec
{
    private static SweepFixture Of(Func<FixtureRun, FixtureOutcome?> outcome, int replicates = 4, bool isPaired = true, params FixtureFactor[] factors) => new()
    {
        Factors = factors.Length > 0 ? factors : [Share],
        Metrics = [FixtureMetric.Event("pumped"), FixtureMetric.Figure("peak")],
        Replicates = replicates,
        IsPaired = isPaired,
        Outcome = outcome,
    };

    private static FixtureOutcome First(FixtureRun run) => new([run.Replicate % 2, run.Replicate]) { StateHash = "h" };

    [Fact]
    public void Are_the_same_where_every_run_came_to_the_same()
    {
        var comparison = SweepComparison.Of(Written(Of(First), "a"), Written(Of(First), "b"));
        Assert.Equal((true, 2, 8, 0, 0), (comparison.IsSame, comparison.Points, comparison.Pairs, comparison.Parted, comparison.Alone));
    }

    [Fact]
    public void Differ_by_the_mean_over_pairs_of_runs_with_the_same_point_and_seed()
    {
        // at the first point peaks are 1, 1, 3 and 3 higher, at the second the same
        var second = Of(run => new([1, run.Replicate + (run.Point == 1 ? run.Replicate <= 2 ? 1 : 3 : 0)]) { StateHash = run.Point == 1 ? "other" : "h" });
        var comparison = SweepComparison.Of(Written(Of(First), "a"), Written(second, "b"));
        Assert.Equal((false, 4), (comparison.IsSame, comparison.Parted));
        var peak = comparison.ByPoint.Single(row => row is { Point.Number: 1, Metric.Name: "peak" });
        Assert.Equal((2.5, 4.5, 2.0, 4), (peak.MeanA, peak.MeanB, peak.Difference.Mean, peak.Difference.Count));
        var reach = 3.1824463053 * Math.Sqrt(4.0 / 3 / 4); // Student's t of 3 degrees; squares off 2 are 4
        Assert.Equal((2 - reach, 2 + reach), (Math.Round(peak.Difference.Low, 9), Math.Round(peak.Difference.High, 9)), new Closely());
        var pumped = comparison.ByPoint.Single(row => row is { Point.Number: 1, Metric.Name: "pumped" });
        Assert.Equal(PairedShare.Interval(gained: 2, lost: 0, pairs: 4), (pumped.Difference.Low, pumped.Difference.High));
        Assert.Equal(1.0, comparison.Overall.Single(row => row.Metric.Name == "peak").Difference.Mean);
    }

    [Fact]
    public void Share_points_by_their_values_and_not_by_their_numbers()
    {
        var comparison = SweepComparison.Of(Written(Of(First), "a"), Written(Of(First, factors: FixtureFactor.Shares("a.share", 0.3, 0.2)), "b"));
        Assert.Equal((1, 4, 8, false), (comparison.Points, comparison.Pairs, comparison.Alone, comparison.IsSame));
        Assert.Equal("20%", Assert.Single(comparison.ByPoint.Select(row => row.Point!.Values[0]).Distinct()));
    }

    [Fact]
    public void Are_not_the_same_where_one_lacks_a_run() =>
        Assert.False(SweepComparison.Of(Written(Of(First), "a"), Written(Of(run => run.Run == 8 ? null : First(run)), "b")).IsSame);

    [Fact]
    public void Are_the_same_where_the_same_run_failed_of_the_same()
    {
        FixtureOutcome Failing(FixtureRun run) => run.Run == 8 ? First(run) with { Failure = new FixtureFailure("no") } : First(run);
        Assert.True(SweepComparison.Of(Written(Of(Failing), "a"), Written(Of(Failing), "b")).IsSame);
    }

    [Fact]
    public void Cannot_be_where_they_vary_other_settings_or_share_no_seed()
    {
        var a = Written(Of(First), "a");
        Assert.Contains("vary different settings", Assert.Throws<WrongDesign>(() => SweepComparison.Of(a, Written(Of(First, factors: Age), "b"))).Message, StringComparison.Ordinal);
        Assert.Contains("No point and seed", Assert.Throws<WrongDesign>(() => SweepComparison.Of(a, Written(Of(run => run.Replicate > 4 ? First(run) : null, replicates: 8), "c"))).Message, StringComparison.Ordinal);
    }

    private sealed class Closely : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < 1e-8 && Math.Abs(x.Item2 - y.Item2) < 1e-8;

        public int GetHashCode((double, double) obj) => 0;
    }
}
