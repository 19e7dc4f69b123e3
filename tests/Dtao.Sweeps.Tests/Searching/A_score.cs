using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;
using Dtao.Sweeps.Searching;

namespace Dtao.Sweeps.Tests.Searching;

public sealed class A_score
{
    private static readonly Measure Rebound = MeasureCatalogue.Find("rebound")!;

    [Theory] // The median of the runs against a range; misses are measured in widths of the range, or in the size of its one end.
    [InlineData(2.0, 1.0, 3.0, 1, 0)]
    [InlineData(4.0, 1.0, 3.0, 0, 0.5)]
    [InlineData(0.0, 1.0, 3.0, 0, 0.5)]
    [InlineData(4.0, null, 2.0, 0, 1)]
    [InlineData(1.0, 4.0, null, 0, 0.75)]
    [InlineData(0.02, null, 0.0, 0, 2)] // an end of nothing is measured by a hundredth
    public void counts_what_holds_and_how_far_the_rest_misses(double median, double? atLeast, double? atMost, int held, double distance)
    {
        var score = Score.Of(Card(new Accepted(atLeast, atMost), median - 0.001, median, median + 1));
        Assert.Equal((held, 1), (score.Held, score.Judged));
        Assert.Equal(distance, score.Distance, 9);
    }

    [Fact]
    public void is_better_by_figures_and_then_by_distance()
    {
        Score[] best = [new(5, 6, 9), new(4, 6, 1), new(4, 6, 2), new(0, 6, 0)];
        Assert.Equal(best, best.Reverse().Order());
    }

    private static Scorecard Card(Accepted accept, params double[] runs)
    {
        var target = new Target(12, "t", "s", "c", TargetKind.Counted, InSample: false, Control: false, [new TargetFigure("f", Rebound, "r", accept, 0, null, null, "")]);
        var set = new TargetSet("t", new EpisodeMarks(28, default, null), default, [target]);
        return Scorecard.Of(set, [.. runs.Select(value => new RunMeasures("run", 1, Announced: false, new Dictionary<string, Measurement> { [Rebound.Name] = Measurement.Of(value) }))], []);
    }
}
