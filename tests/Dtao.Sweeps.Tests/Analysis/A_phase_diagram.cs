using Dtao.Fixtures;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Tests.Analysis;

public sealed class A_phase_diagram : SweepSpec
{
    /// <summary>At 10 %: crashes in 0, 4 and 8 of 8 runs. At 20 %: in 8 of 8, in none of 8, and in 2 of the 5 that tell.</summary>
    private static readonly int[] Hits = [0, 4, 8, 8, 0, 2];

    private SweepRecord Sweep(string? plan = null, int thirds = 1) => Written(
        new SweepFixture
        {
            Factors = thirds == 1 ? [Share, Age] : [Share, Age, FixtureFactor.Words("c.third", [.. Enumerable.Range(1, thirds).Select(i => FormattableString.Invariant($"v{i}"))])],
            Metrics = [FixtureMetric.Event("pumped"), FixtureMetric.Event("crashed", given: "pumped")],
            Replicates = 8,
            Outcome = run => new FixtureOutcome([1, (run.Point - 1) / thirds == 5 && run.Replicate > 5 ? Nothing : run.Replicate <= Hits[(run.Point - 1) / thirds] ? 1 : 0]),
        },
        plan: plan);

    private static PhaseDiagram Crashed(SweepRecord sweep) => PhaseDiagram.Of(sweep, sweep.Factor("b.age")!, sweep.Factor("a.share")!, sweep.Metric("crashed")!);

    [Theory]
    [InlineData(0, 0, 0, 8, true)]
    [InlineData(1, 0, 4, 8, true)]
    [InlineData(2, 0, 8, 8, true)]
    [InlineData(0, 1, 8, 8, true)]
    [InlineData(1, 1, 0, 8, true)]
    [InlineData(2, 1, 2, 5, false)] // five runs tell
    public void counts_hits_of_the_runs_that_tell(int x, int y, int hits, int of, bool counts)
    {
        var cell = Crashed(Sweep())[x, y];
        Assert.Equal((hits, of, 8, counts), (cell.Hits, cell.Odds.Count, cell.Runs, cell.Counts));
        var (low, high) = Wilson.Interval((double)hits / of, of, Wilson.Z95);
        Assert.Equal((low, high), (cell.Odds.Low, cell.Odds.High));
    }

    [Fact]
    public void draws_the_line_of_one_half_between_cells_that_count_alone() // 0 ½ 1 over 1 0 and a cell of five
    {
        var line = Crashed(Sweep()).Half;
        Assert.NotEmpty(line);
        Assert.All(line, part => Assert.True(part.FromX <= 1 && part.ToX <= 1));
    }

    [Fact]
    public void over_a_third_setting_has_more_runs_but_no_more_seeds()
    {
        var cell = Crashed(Sweep(thirds: 3))[1, 0];
        Assert.Equal((12, 24), (cell.Hits, cell.Odds.Count));
        var (low, high) = Wilson.Interval(0.5, 8, Wilson.Z95);
        Assert.Equal(low, cell.Odds.Low, 9);
        Assert.Equal(high, cell.Odds.High, 9);
    }

    [Fact]
    public void is_drawn_as_the_plan_asks()
    {
        var set = Assert.Single(PhaseSet.Of(Sweep("diagrams = [{ x = a.share, y = b.age, event = pumped, beside = [crashed] }]")));
        Assert.Equal(("pumped", "a.share", "b.age"), (set.Name, set.Diagrams[0].X.Path, set.Diagrams[0].Y.Path));
        Assert.Equal(["pumped", "crashed"], set.Diagrams.Select(diagram => diagram.Event.Name));
    }

    [Fact]
    public void is_drawn_of_every_pair_with_every_event_and_what_it_is_given_by_where_nobody_asks()
    {
        var sets = PhaseSet.Of(Sweep(thirds: 2));
        Assert.Equal(["crashed", "crashed-2", "crashed-3"], sets.Select(set => set.Name));
        Assert.All(sets, set => Assert.Equal(["crashed", "pumped"], set.Diagrams.Select(diagram => diagram.Event.Name)));
        Assert.Equal([("b.age", "a.share"), ("c.third", "a.share"), ("c.third", "b.age")], sets.Select(set => (set.Diagrams[0].X.Path, set.Diagrams[0].Y.Path)));
    }

    [Fact]
    public void needs_two_scanned_settings() => Assert.Empty(PhaseSet.Of(Written(new SweepFixture { Factors = [Share], Metrics = [FixtureMetric.Event("pumped")], Outcome = _ => new FixtureOutcome([1]) })));
}
