using Dtao.Fixtures;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Tests.Analysis;

public sealed class A_main_effect : SweepSpec
{
    [Fact]
    public void is_the_mean_over_all_runs_with_a_value_whatever_the_others_were()
    {
        var sweep = Written(new SweepFixture { Factors = [Share, Age], Metrics = [FixtureMetric.Figure("peak")], Replicates = 2, Outcome = run => new FixtureOutcome([10 * run.Point + run.Replicate]) });
        var effect = MainEffect.Of(sweep, sweep.Metrics[0], sweep.Factor("b.age")!);
        Assert.Equal(["7 days", "30 days", "365 days"], effect.Values.Select(value => value.Group.Label));
        Assert.Equal([26.5, 36.5, 46.5], effect.Values.Select(value => value.Mean.Mean)); // points 1 and 4: (11 + 12 + 41 + 42) ÷ 4
        Assert.All(effect.Values, value => Assert.Equal(4, value.Mean.Count));
    }

    [Fact]
    public void of_what_is_sampled_is_told_by_tenths_of_the_points()
    {
        var sweep = Written(new SweepFixture
        {
            Design = "lhs",
            DesignSize = 100,
            Replicates = 1,
            Factors = [FixtureFactor.Sampled("s.x", 0, 1)],
            Samples = [.. Enumerable.Range(0, 100).Select(i => new[] { i * 37 % 100 / 100.0 })], // in no order
            Metrics = [FixtureMetric.Figure("y")],
            Outcome = run => new FixtureOutcome([2 * (double)run.Factors[0]]),
        });
        var effect = MainEffect.Of(sweep, sweep.Metrics[0], sweep.Factors[0]);
        Assert.Equal(10, effect.Values.Length);
        Assert.All(effect.Values, value => Assert.Equal((10, 10), (value.Group.Points.Count, value.Mean.Count)));
        Assert.All(effect.Values.Select((value, i) => (value, i)), bin => Assert.Equal(0.1 * bin.i + 0.045, bin.value.Group.At, 9)); // 0.00 … 0.09, 0.10 …
        Assert.All(effect.Values, value => Assert.Equal(2 * value.Group.At, value.Mean.Mean, 9));
    }

    [Fact]
    public void of_a_setting_with_few_sampled_values_is_told_at_each()
    {
        double[] levels = [0, 1 / 3.0, 1 - 2 / 3.0, 2 / 3.0, 1]; // two differ by rounding alone
        var sweep = Written(new SweepFixture { Design = "random", DesignSize = 5, Replicates = 1, Factors = [FixtureFactor.Sampled("s.x", 0, 1)], Samples = [.. levels.Select(level => new[] { level })], Metrics = [FixtureMetric.Figure("y")], Outcome = _ => new FixtureOutcome([1]) });
        Assert.Equal(["0", "0.333", "0.667", "1"], FactorGroup.Of(sweep, sweep.Factors[0]).Select(group => group.Label));
    }
}
