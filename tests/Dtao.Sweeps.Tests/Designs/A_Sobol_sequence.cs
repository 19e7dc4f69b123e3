using Dtao.Sweeps.Designs;

namespace Dtao.Sweeps.Tests.Designs;

public sealed class A_Sobol_sequence
{
    [Fact] // Bratley and Fox, Algorithm 659 (1988), in Gray code order; third column: x² + x + 1 with m = 1, 3
    public void begins_as_published() => Assert.Equal(
        [[0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625], [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375]],
        SobolSequence.Plain(8, 3));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void has_one_point_in_every_interval_of_every_factor(bool isScrambled)
    {
        const int points = 1_024;
        var rows = isScrambled ? SobolSequence.Scrambled(points, SobolSequence.MostFactors, 7) : SobolSequence.Plain(points, SobolSequence.MostFactors);
        for (var factor = 0; factor < SobolSequence.MostFactors; factor++)
            Assert.Equal(Enumerable.Range(0, points), rows.Select(row => (int)(row[factor] * points)).Order());
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void has_one_point_in_every_elementary_rectangle_of_its_first_two_factors(ulong seed)
    {
        foreach (var (wide, high) in new[] { (1, 256), (4, 64), (16, 16), (64, 4) })
            Assert.Equal(256, SobolSequence.Scrambled(256, 2, seed).Select(row => ((int)(row[0] * wide), (int)(row[1] * high))).Distinct().Count());
    }

    [Fact]
    public void is_scrambled_otherwise_by_every_seed_and_alike_by_the_same()
    {
        Assert.Equal(SobolSequence.Scrambled(64, 5, 3), SobolSequence.Scrambled(64, 5, 3));
        Assert.NotEqual(SobolSequence.Scrambled(64, 5, 3)[0], SobolSequence.Scrambled(64, 5, 4)[0]);
    }

    [Fact]
    public void scrambled_is_uniform_at_every_place()
    {
        var firsts = Enumerable.Range(0, 4_000).Select(seed => SobolSequence.Scrambled(1, 1, (ulong)seed)[0][0]).ToArray();
        Assert.InRange(firsts.Average(), 0.486, 0.514); // 3 standard errors of 1 ÷ √(12 · 4,000)
        Assert.InRange(firsts.Count(first => first < 0.1), 343, 457);
    }

    [Fact]
    public void is_known_for_so_many_factors_only() => Assert.Throws<ArgumentOutOfRangeException>(() => SobolSequence.Plain(8, SobolSequence.MostFactors + 1));
}
