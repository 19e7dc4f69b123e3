using Dtao.Sweeps.Designs;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Sweeps.Tests.Designs;

public sealed class A_Morris_design
{
    [Fact]
    public void changes_every_factor_once_a_walk_by_the_same_step() => Prop.ForAll(
        Gen.Choose(1, 12).ToArbitrary(), ArbMap.Default.ArbFor<ulong>(), (factors, seed) =>
            new MorrisDesign(4, factors, seed).Points.Chunk(factors + 1).All(walk => ChangesOnce(walk, factors)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void stays_on_its_four_levels_and_visits_them_alike()
    {
        var visited = new MorrisDesign(400, 6, 3).Points.SelectMany(point => point).GroupBy(value => (int)Math.Round(value * 3)).ToDictionary(level => level.Key, level => level.Count());
        Assert.Equal([0, 1, 2, 3], visited.Keys.Order());
        Assert.All(visited.Values, count => Assert.InRange(count, 4_200 * 0.93, 4_200 * 1.07));
    }

    private static bool ChangesOnce(double[][] walk, int factors)
    {
        var changes = walk.Zip(walk.Skip(1), (from, to) => from.Zip(to, (a, b) => b - a).ToArray()).ToArray();
        return changes.All(change => change.Count(each => each != 0) == 1)
            && changes.All(change => Math.Abs(Math.Abs(change.Sum()) - MorrisDesign.Step) < 1e-12)
            && changes.Select(change => Array.FindIndex(change, each => each != 0)).Order().SequenceEqual(Enumerable.Range(0, factors));
    }
}
