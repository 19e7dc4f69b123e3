using Dtao.Sweeps.Designs;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Sweeps.Tests.Designs;

public sealed class A_latin_hypercube
{
    [Fact]
    public void has_one_point_in_each_interval_of_each_factor() => Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<ulong>(), (points, seed) =>
            LatinHypercube.Of(points.Get, 3, seed) is var rows
            && Enumerable.Range(0, 3).All(factor => rows.Select(row => (int)(row[factor] * points.Get)).Order().SequenceEqual(Enumerable.Range(0, points.Get))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void pairs_factors_by_chance()
    {
        var rows = LatinHypercube.Of(2_000, 2, 1);
        Assert.InRange(rows.Average(row => (row[0] - 0.5) * (row[1] - 0.5)) * 12, -0.067, 0.067); // 3 standard errors of a correlation
    }

    [Fact]
    public void is_the_same_for_the_same_seed() => Assert.Equal(LatinHypercube.Of(20, 3, 9), LatinHypercube.Of(20, 3, 9));
}
