using Dtao.Sweeps.Comparing;
using Dtao.Sweeps.Metrics;
using Dtao.Sweeps.Tests.Metrics;
using Microsoft.Data.Sqlite;

namespace Dtao.Sweeps.Tests.Comparing;

public sealed class A_what_if : IDisposable
{
    private static readonly MetricSet Asked = SomeMetrics.Of("metrics { sum = { series = price-sum, take = final }, crashed = { count = crash, at-least = 1 }, none = { measure = pump-multiple } }");

    private readonly string folder = Directory.CreateTempSubdirectory("dtao-what-if-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Tells_by_how_much_the_runs_of_each_pair_differ()
    {
        // Without 1, 2 … 9, and with the settings 10 more in each pair but the last, where it is 30.
        var answer = Of([.. Enumerable.Range(1, 9).SelectMany(i => new[] { Run(i, 1, sum: i), Run(i, 2, sum: i < 9 ? i + 10 : i + 30) })]);
        Assert.Equal((9, 0), (answer.Pairs, answer.Same));
        var sum = answer.Metrics[0];
        Assert.Equal((5.0, 15.0, 10.0, 9), (sum.Without.Median, sum.With.Median, sum.Difference.Median, sum.Difference.Count));
        Assert.InRange(sum.Difference.Low, 10, 10);
        Assert.True(sum.IsBeyondChance);
        Assert.Equal(answer.Chief, sum);
    }

    [Fact]
    public void Of_a_run_against_itself_is_exactly_nothing_for_events_too()
    {
        var answer = Of([.. Enumerable.Range(1, 6).SelectMany(i => new[] { Run(i, 1, sum: i, crashed: i % 2, hash: $"h{i}"), Run(i, 2, sum: i, crashed: i % 2, hash: $"h{i}") })]);
        Assert.True(answer.ChangesNothing);
        Assert.All(answer.Metrics.Take(2), metric => Assert.Equal((0.0, 0.0, 0.0, false), (metric.Difference.Low, metric.Difference.Median, metric.Difference.High, metric.IsBeyondChance)));
    }

    [Fact]
    public void Leaves_out_pairs_of_which_a_run_failed_and_values_that_cannot_be_told()
    {
        var answer = Of([Run(1, 1, sum: 1), Run(1, 2, sum: 2), Run(2, 1, sum: 1), Run(2, 2, state: "failed"), Run(3, 1), Run(3, 2, sum: 4)]);
        Assert.Equal((2, 1, 1), (answer.Pairs, answer.Metrics[0].Difference.Count, answer.Metrics[0].Without.Count));
        Assert.Equal(2, answer.Metrics[0].With.Count);
        Assert.Equal((0, 0), (answer.Metrics[2].Difference.Count, answer.Metrics[2].Without.Count));
    }

    [Fact]
    public void Says_of_few_pairs_that_they_do_not_tell_even_if_all_agree()
    {
        Assert.False(Of([.. Enumerable.Range(1, 4).SelectMany(i => new[] { Run(i, 1, sum: i), Run(i, 2, sum: i + 1) })]).Metrics[0].IsBeyondChance);
        Assert.True(Of([.. Enumerable.Range(1, 5).SelectMany(i => new[] { Run(i, 1, sum: i), Run(i, 2, sum: i + 1) })]).Metrics[0].IsBeyondChance);
    }

    [Fact]
    public void Compares_shares_of_events()
    {
        // 2 of 10 crashed without, 9 of 10 with: in 7 pairs only with, in none only without.
        var crashed = Of([.. Enumerable.Range(1, 10).SelectMany(i => new[] { Run(i, 1, crashed: i <= 2 ? 1 : 0), Run(i, 2, crashed: i <= 9 ? 1 : 0) })]).Metrics[1];
        Assert.Equal((0.2, 0.9), (crashed.Without.Median, crashed.With.Median));
        Assert.Equal(0.7, crashed.Difference.Median, 12);
        Assert.Equal(0.279, crashed.Difference.Low, 3); // (8 − 1) ÷ 12 − 1.6449 · √(((8 + 1) ÷ 12 − (7 ÷ 12)²) ÷ 12)
        Assert.Equal(0.887, crashed.Difference.High, 3);
        Assert.True(crashed.IsBeyondChance);
    }

    [Theory]
    [InlineData(0, 0, 10)]
    [InlineData(5, 5, 10)]
    [InlineData(10, 0, 10)]
    [InlineData(1, 0, 1)]
    public void Difference_of_shares_stays_between_minus_one_and_one_and_around_what_was_seen(int more, int fewer, int of)
    {
        var pairs = Enumerable.Range(0, of).Select(i => i < more ? new Pair(0, 1) : i < more + fewer ? new Pair(1, 0) : new Pair(1, 1));
        var found = DifferenceOfShares.Of(pairs);
        Assert.InRange(found.Median, found.Low, found.High);
        Assert.InRange(found.Low, -1, found.High);
        Assert.InRange(found.High, found.Low, 1);
        Assert.Equal((more - fewer) / (double)of, found.Median, 12);
    }

    [Fact]
    public void Difference_of_shares_of_nothing_is_nothing() => Assert.Equal(0, DifferenceOfShares.Of([new Pair(double.NaN, 1)]).Count);

    private static string Run(int replicate, int point, double? sum = null, double? crashed = null, string state = "done", string? hash = null) => FormattableString.Invariant(
        $"({replicate}, {point}, '{state}', '{hash ?? $"h{replicate}-{point}"}', {(sum is { } s ? FormattableString.Invariant($"{s}") : "NULL")}, {(crashed is { } c ? FormattableString.Invariant($"{c}") : "NULL")}, NULL)");

    private WhatIf Of(params string[] rows)
    {
        var path = Path.Combine(folder, "sweep.db");
        File.Delete(path);
        using (var sweep = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            sweep.Open();
            using var write = sweep.CreateCommand();
            write.CommandText = $"CREATE TABLE runs (replicate, point, state, state_hash, sum REAL, crashed REAL, none REAL); INSERT INTO runs VALUES {string.Join(',', rows)}";
            write.ExecuteNonQuery();
        }
        return WhatIf.Of(path, Asked);
    }
}
