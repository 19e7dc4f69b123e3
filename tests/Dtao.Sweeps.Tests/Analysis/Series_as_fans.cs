using Dtao.Fixtures;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Tests.Analysis;

public sealed class Series_as_fans : SweepSpec
{
    /// <summary>Five runs that are worth 1 to 5 at first, and ten times that later; the fifth ends before.</summary>
    private SweepRecord Sweep() => Written(new SweepFixture
    {
        Factors = [Share],
        Metrics = [],
        Replicates = 5,
        Outcome = run => new FixtureOutcome([])
        {
            Series = [("price", 0, run.Replicate + (run.Point - 1) * 100), .. run.Replicate == 5 ? Array.Empty<(string, long, double)>() : [("price", 7_200, 10 * run.Replicate)]],
            Failure = run is { Point: 2, Replicate: 5 } ? new FixtureFailure("no") : null,
        },
    });

    [Fact]
    public void Have_the_percentiles_of_the_runs_at_each_moment() // type 7: the p-th of n values is at 1 + p (n − 1)
    {
        var sweep = Sweep();
        var fan = Fan.Of(SweepSeries.Of(sweep, "price"), new HashSet<int> { 1 });
        Assert.Equal(5, fan.Runs);
        Assert.Equal(new FanMoment(0, 5, 1.2, 2, 3, 4, 4.8), fan.Moments[0]);
        Assert.Equal((7_200, 4, 25.0), (fan.Moments[1].Block, fan.Moments[1].Count, fan.Moments[1].P50));
    }

    [Fact]
    public void Leave_out_runs_that_failed() => Assert.Equal(9, Fan.Of(SweepSeries.Of(Sweep(), "price")).Runs);

    [Fact]
    public void Are_those_that_runs_have() => Assert.Equal(["price"], SweepSeries.Names(Sweep()).AsEnumerable());

    [Fact]
    public void Of_more_moments_than_can_be_drawn_keep_the_first_and_the_last()
    {
        var sweep = Written(new SweepFixture { Factors = [Share], Metrics = [], Replicates = 1, Outcome = _ => new FixtureOutcome([]) { Series = [.. Enumerable.Range(0, 1_001).Select(i => ("p", (long)i, (double)i))] } });
        var blocks = SweepSeries.Of(sweep, "p").Blocks;
        Assert.Equal((160, 0, 1_000), (blocks.Length, blocks[0], blocks[^1]));
    }
}
