using Dtao.Sweeps.Designs;
using Dtao.Sweeps.Sensitivity;

namespace Dtao.Sweeps.Tests.Sensitivity;

public sealed class Morris_effects
{
    [Fact]
    public void rank_the_factors_of_Sobol_G()
    {
        double[] a = [4.5, 99, 0, 9, 1];
        var design = new MorrisDesign(60, a.Length, 1);
        var effects = MorrisEffects.Of(design, [.. design.Points.Select(KnownModel.SobolG(a).Of)]);
        Assert.Equal([2, 4, 0, 3, 1], Enumerable.Range(0, a.Length).OrderByDescending(factor => effects[factor].MeanSize.Value));
    }

    [Fact] // y = 3·x₁ − 2·x₂: the effects are the slopes wherever they are measured
    public void of_a_plane_are_its_slopes_without_spread()
    {
        var design = new MorrisDesign(10, 2, 5);
        var effects = MorrisEffects.Of(design, [.. design.Points.Select(x => 3 * x[0] - 2 * x[1])]);
        Assert.Equal([3, -2], effects.Select(effect => Math.Round(effect.Mean.Value, 12)));
        Assert.Equal([3, 2], effects.Select(effect => Math.Round(effect.MeanSize.High, 12)));
        Assert.All(effects, effect => Assert.Equal(0, effect.Spread.Value, 12));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, true)]
    public void of_a_few_walks_have_no_interval_and_of_one_no_spread(int walks, bool hasSpread)
    {
        var design = new MorrisDesign(walks, 2, 5);
        var effects = MorrisEffects.Of(design, [.. design.Points.Select(x => x[0] * x[1])]);
        Assert.All(effects, effect => Assert.Equal((true, true, hasSpread), (double.IsNaN(effect.Mean.Low), double.IsNaN(effect.MeanSize.High), !double.IsNaN(effect.Spread.Value))));
    }

    [Fact]
    public void are_refused_where_outcomes_and_design_differ() =>
        Assert.Throws<ArgumentException>(() => MorrisEffects.Of(new MorrisDesign(4, 3, 1), new double[15]));
}
