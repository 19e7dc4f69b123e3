using System.Collections.Immutable;
using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;

namespace Dtao.Records.Tests.Validation;

public sealed class A_scorecard
{
    private static readonly Measure Rank = MeasureCatalogue.Find("peak-rank")!;
    private static readonly Measure Depth = MeasureCatalogue.Find("crash-depth")!;

    [Theory]
    [InlineData(new double[] { 1, 5, 9 }, Verdict.Holds)] // median 5
    [InlineData(new double[] { 1, 2, 9 }, Verdict.Misses)]
    [InlineData(new double[] { 4 }, Verdict.Holds)]
    [InlineData(new double[] { 10 }, Verdict.Holds)]
    [InlineData(new double[] { 11 }, Verdict.Misses)]
    [InlineData(new double[0], Verdict.NotMeasurable)]
    public void judges_by_the_median_over_runs(double[] ranks, Verdict expected) =>
        Assert.Equal(expected, Card([Target(1, Figure(Rank, 4, 10))], [.. ranks.Select(rank => Run(("peak-rank", rank)))]).Targets[0].Verdict);

    [Fact]
    public void asks_that_every_figure_holds() =>
        Assert.Equal(Verdict.Misses, Card([Target(1, Figure(Rank, 4, 10), Figure(Depth, -0.98, -0.85))], [Run(("peak-rank", 5), ("crash-depth", -0.5))]).Targets[0].Verdict);

    [Fact]
    public void says_that_it_judged_in_part_where_a_figure_needs_longer_runs()
    {
        var target = Card([Target(1, Figure(Rank, 4, 10), Figure(Depth, -0.98, -0.85, days: 41))], [Run(("peak-rank", 5), ("crash-depth", -0.9))]).Targets[0];
        Assert.Equal((Verdict.Holds, true), (target.Verdict, target.IsPartial));
        Assert.Equal("not on 40 days: needs 41", target.Figures[1].Why);
    }

    [Fact]
    public void takes_what_did_not_happen_for_nothing_and_shows_the_rest_apart()
    {
        var runs = new[] { Run(("crash-depth", -0.9)), Run(("crash-depth", -0.9)), Silent("crash-depth"), Silent("crash-depth"), Silent("crash-depth") };
        var target = Card([Target(1, Figure(Depth, -0.98, -0.85))], runs).Targets[0];
        Assert.Equal(Verdict.Misses, target.Verdict);
        Assert.Equal((0, -0.9), (target.Figures[0].Band.Median, target.Figures[0].Conditional.Median));
        Assert.Equal([true, false], new[] { 0, 2 }.Select(target.HoldsIn));
    }

    [Theory]
    [InlineData(4, Verdict.Holds)]
    [InlineData(3, Verdict.Misses)]
    public void counts_runs_where_a_share_of_them_must_hold(int good, Verdict expected)
    {
        var runs = Enumerable.Range(0, 5).Select(i => Run(("crash-depth", i < good ? -0.5 : -0.9))).ToArray();
        Assert.Equal(expected, Card([Target(1, Figure(Depth, -0.8, null, share: 0.8))], runs).Targets[0].Verdict);
    }

    [Fact]
    public void measures_a_control_on_the_control()
    {
        var target = Target(8, Figure(Depth, -0.8, null)) with { Control = true };
        Assert.Equal(Verdict.NotMeasurable, Card([target], [Run(("crash-depth", -0.9))]).Targets[0].Verdict);
        Assert.Equal(Verdict.Holds, Card([target], [Run(("crash-depth", -0.9))], [Run(("crash-depth", -0.1))]).Targets[0].Verdict);
    }

    [Fact]
    public void counts_neither_arithmetic_nor_what_was_put_in()
    {
        var card = Card([Target(1, Figure(Rank, 4, 10)), Target(11, Figure(Rank, 4, 10)) with { Kind = TargetKind.Arithmetic }, Target(35, Figure(null, 0, 1)) with { Kind = TargetKind.Input }], [Run(("peak-rank", 5))]);
        Assert.Equal((1, 1, 2, 0), (card.Counted, card.Held, card.NotCounted, card.NotMeasurable));
    }

    [Fact]
    public void counts_the_runs_in_which_targets_of_the_episode_hold_together()
    {
        ImmutableArray<Target> targets = [.. Enumerable.Range(1, 8).Select(number => Target(number, Figure(number <= 4 ? Rank : Depth, 4, 10)))];
        var card = Card(targets, [Run(("peak-rank", 5), ("crash-depth", 5)), Run(("peak-rank", 5), ("crash-depth", -1))]);
        Assert.Equal([2, 1, 1, 0], new[] { 4, 5, 7, 8 }.Select(card.JointlyHeld)); // target 8 is no target of the episode
    }

    private static Scorecard Card(ImmutableArray<Target> targets, IReadOnlyList<RunMeasures> runs, IReadOnlyList<RunMeasures>? control = null) =>
        Scorecard.Of(new TargetSet("", new EpisodeMarks(28, default, null), default, targets), runs, control ?? []);

    private static Target Target(int number, params TargetFigure[] figures) => new(number, "", "", "", TargetKind.Counted, InSample: false, Control: false, [.. figures]);

    private static TargetFigure Figure(Measure? measure, double? low, double? high, double days = 0, double? share = null) =>
        new("", measure, "", new Accepted(low, high), days, share, null, "");

    private static RunMeasures Run(params (string Name, double Value)[] values) =>
        new("", 40, Announced: true, values.ToDictionary(value => value.Name, value => Measurement.Of(value.Value)));

    private static RunMeasures Silent(string measure) => new("", 40, Announced: false, new Dictionary<string, Measurement> { [measure] = Measurement.Absent("nothing was announced") });
}
