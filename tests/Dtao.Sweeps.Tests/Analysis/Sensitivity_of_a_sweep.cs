using Dtao.Fixtures;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Designs;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Sensitivity;

namespace Dtao.Sweeps.Tests.Analysis;

public sealed class Sensitivity_of_a_sweep : SweepSpec
{
    private static readonly ulong Seed = SweepPlan.SeedOfSamples(1);

    private static SweepFixture Of(string design, int size, double[][] samples, Func<double, double, double> outcome, FixtureFactor? scanned = null) => new()
    {
        Design = design,
        DesignSize = size,
        Replicates = 2,
        Factors = [.. scanned is null ? Array.Empty<FixtureFactor>() : [scanned], FixtureFactor.Sampled("s.x", 0, 1), FixtureFactor.Sampled("s.y", 0, 1)],
        Samples = samples,
        Metrics = [FixtureMetric.Figure("z")],
        Outcome = run => new FixtureOutcome([outcome((double)run.Factors[^2], (double)run.Factors[^1]) * (scanned is null ? 1 : (double)run.Factors[0]) + (run.Replicate == 1 ? 0.5 : -0.5)]),
    };

    [Fact]
    public void Has_Sobol_indices_of_the_means_over_replicates()
    {
        var design = new SaltelliDesign(64, 2, Seed);
        var sweep = Written(Of("saltelli", 64, design.Points, (x, y) => 3 * x + y));
        var found = Assert.Single(SweepSensitivity.Sobol(sweep, sweep.Metrics[0]));
        var expected = SobolIndices.Of(design, [.. design.Points.Select(point => 3 * point[0] + point[1])]);
        Assert.Equal(["s.x", "s.y"], found.Of.Select(row => row.Factor.Path));
        Assert.All(found.Of.Zip(expected), pair => Assert.Equal(pair.Second.First.Value, pair.First.Found.First.Value, 9));
        Assert.InRange(found.Of[0].Found.First.Value, 0.8, 1.0); // 9 ÷ (9 + 1)
    }

    [Fact]
    public void Has_Morris_effects_of_a_morris_design()
    {
        var sweep = Written(Of("morris", 6, new MorrisDesign(6, 2, Seed).Points, (x, y) => 3 * x - y));
        var found = Assert.Single(SweepSensitivity.Effects(sweep, sweep.Metrics[0])).Of;
        Assert.Equal((3.0, -1.0, 1.0), (Math.Round(found[0].Found.Mean.Value, 9), Math.Round(found[1].Found.Mean.Value, 9), Math.Round(found[1].Found.MeanSize.Value, 9)));
    }

    [Fact]
    public void Is_told_at_each_value_of_what_is_scanned_besides()
    {
        var sweep = Written(Of("morris", 4, new MorrisDesign(4, 2, Seed).Points, (x, y) => x + y, Share));
        var found = SweepSensitivity.Effects(sweep, sweep.Metrics[0]);
        Assert.Equal(["a.share=10%", "a.share=20%"], found.Select(at => at.Where));
        Assert.Equal([0.1, 0.2], found.Select(at => Math.Round(at.Of[0].Found.Mean.Value, 9)));
    }

    [Theory]
    [InlineData("grid")]
    [InlineData("lhs")]
    [InlineData("sobol")] // a Sobol sequence has not the pairs of points that Sobol indices compare
    [InlineData("random")]
    public void Is_refused_on_another_design_by_a_sentence_that_names_the_right_one(string design)
    {
        var sweep = Written(Of(design, 2, [[0.1, 0.2], [0.3, 0.4]], (x, y) => x + y));
        Assert.Contains("need a saltelli design", Assert.Throws<WrongDesign>(() => SweepSensitivity.Sobol(sweep, sweep.Metrics[0])).Message, StringComparison.Ordinal);
        Assert.Contains("need a morris design", Assert.Throws<WrongDesign>(() => SweepSensitivity.Effects(sweep, sweep.Metrics[0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_refused_while_a_point_has_no_value()
    {
        var whole = Of("morris", 4, new MorrisDesign(4, 2, Seed).Points, (x, y) => x + y);
        var sweep = Written(new SweepFixture { Design = "morris", DesignSize = 4, Replicates = 2, Factors = whole.Factors, Samples = whole.Samples, Metrics = whole.Metrics, Outcome = run => run.Point == 3 ? null : whole.Outcome(run) });
        Assert.Contains("no value at 1 of 12 points", Assert.Throws<WrongDesign>(() => SweepSensitivity.Effects(sweep, sweep.Metrics[0])).Message, StringComparison.Ordinal);
    }
}
