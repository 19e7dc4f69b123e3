using Dtao.Sweeps.Designs;
using Dtao.Sweeps.Sensitivity;

namespace Dtao.Sweeps.Tests.Sensitivity;

public sealed class Sobol_indices
{
    public static TheoryData<KnownModel> Models => new(KnownModel.Ishigami, KnownModel.SobolG(0, 1, 4.5, 9, 99, 99, 99, 99));

    [Theory, MemberData(nameof(Models))]
    public void of_4096_base_samples_lie_within_0_02_of_the_truth(KnownModel model)
    {
        var indices = Of(model, 4_096, seed: 1);
        for (var factor = 0; factor < indices.Count; factor++)
        {
            Assert.Equal(model.First[factor], indices[factor].First.Value, 0.02);
            Assert.Equal(model.Total[factor], indices[factor].Total.Value, 0.02);
        }
    }

    [Theory, MemberData(nameof(Models))]
    public void have_intervals_that_cover_the_truth_in_93_to_97_of_100_designs(KnownModel model)
    {
        const int designs = 400;
        var covered = 0;
        for (var seed = 0UL; seed < designs; seed++)
            covered += Of(model, 512, seed).Select((index, factor) => Covers(index.First, model.First[factor]) + Covers(index.Total, model.Total[factor])).Sum();
        Assert.InRange((double)covered / designs / model.First.Length / 2, 0.93, 0.97);
    }

    [Fact]
    public void are_refused_where_outcomes_and_design_differ() =>
        Assert.Throws<ArgumentException>(() => SobolIndices.Of(new SaltelliDesign(64, 3, 1), new double[64 * 4]));

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public void need_base_samples_in_whole_blocks(int samples) => Assert.Throws<ArgumentException>(() => new SaltelliDesign(samples, 3, 1).Points);

    private static IReadOnlyList<SobolIndices> Of(KnownModel model, int samples, ulong seed)
    {
        var design = new SaltelliDesign(samples, model.First.Length, seed);
        return SobolIndices.Of(design, [.. design.Points.Select(model.Of)]);
    }

    private static int Covers(Estimate estimate, double truth) => estimate.Low <= truth && truth <= estimate.High ? 1 : 0;
}
