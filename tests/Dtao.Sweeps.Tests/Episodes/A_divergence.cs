using Dtao.Strategies.Numerics;
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

    // Five of one sign: two of the 32 patterns of signs are as clear.
    [Fact]
    public void says_how_often_chance_would_show_as_clear_a_day() => Assert.Equal(2 / 32.0, Found(Five([0, 0, L2, L2]))!.Chance);

    /// <summary>Eight pairs of random walks over thirty days, a hundred times over: what is told at a level of 10 % should be told in about ten, and was in a third when every day stood for itself.</summary>
    [Fact]
    public void is_seldom_found_where_there_is_none_though_it_is_looked_for_on_every_day()
    {
        var found = Enumerable.Range(0, 100).Count(trial => Found([.. Enumerable.Range(0, 8).Select(pair => Walk((ulong)(trial * 8 + pair)))]) is not null);
        Assert.InRange(found, 2, 16);
    }

    [Fact]
    public void is_none_of_no_pairs() => Assert.Null(Divergence.Of([]));

    private static double[] Walk(ulong key)
    {
        var (dice, at) = (Dice.For(7, key, 0, 1), 0.0);
        return [.. Enumerable.Range(0, 30).Select(_ => at += dice.Normal(0, 0.1))];
    }

    private static readonly double L2 = Math.Log(2);

    private static double[][] Five(double[] path) => [path, path, path, path, path];

    /// <param name="differences">By pair and day.</param>
    private static Divergence? Found(params double[][] differences) =>
        Divergence.Of([.. differences.Select(pair => ((IReadOnlyList<double>)pair.Select(value => value + 1).ToArray(), (IReadOnlyList<double>)pair.Select(_ => 1.0).ToArray()))]);
}
