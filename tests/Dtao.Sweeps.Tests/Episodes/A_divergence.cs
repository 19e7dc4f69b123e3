using Dtao.Sweeps.Episodes;

namespace Dtao.Sweeps.Tests.Episodes;

public sealed class A_divergence
{
    [Fact]
    public void begins_on_the_first_of_two_days_on_which_every_pair_differs_alike() =>
        Assert.Equal((3, 2.0), (Found(Five([0, 0, L2, L2]))!.Day, Found(Five([0, 0, L2, L2]))!.Factor.Median));

    [Fact]
    public void is_none_where_pairs_differ_upwards_as_often_as_downwards() => Assert.Null(Found([.. Five([L2, L2]), .. Five([-L2, -L2])]));

    [Fact]
    public void is_none_where_prices_differ_for_a_day_only() => Assert.Null(Found(Five([0, L2, 0, 0])));

    [Fact]
    public void is_none_where_they_differ_upwards_one_day_and_downwards_the_next() => Assert.Null(Found(Five([0, L2, -L2, 0])));

    [Fact]
    public void is_told_from_the_pairs_that_live_to_see_the_day() => Assert.Equal((2, 5), (Found([.. Five([0, L2, L2]), [0]])!.Day, Found([.. Five([0, L2, L2]), [0]])!.Factor.Count));

    [Fact]
    public void is_none_where_fewer_than_five_pairs_tell() => Assert.Null(Found(Five([0, L2, L2])[1..]));

    [Fact]
    public void is_none_of_no_pairs() => Assert.Null(Divergence.Of([]));

    private static readonly double L2 = Math.Log(2);

    private static double[][] Five(double[] path) => [path, path, path, path, path];

    /// <param name="differences">By pair and day.</param>
    private static Divergence? Found(params double[][] differences) =>
        Divergence.Of([.. differences.Select(pair => ((IReadOnlyList<double>)pair.Select(value => value + 1).ToArray(), (IReadOnlyList<double>)pair.Select(_ => 1.0).ToArray()))]);
}
