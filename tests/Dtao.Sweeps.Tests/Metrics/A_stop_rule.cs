using Dtao.Hocon;
using Dtao.Sweeps.Metrics;
using Microsoft.Data.Sqlite;

namespace Dtao.Sweeps.Tests.Metrics;

public sealed class A_stop_rule : IDisposable
{
    private static readonly MetricSet Metrics = SomeMetrics.Of("metrics { crashed = { count = crash, at-least = 1 }, worst-24h = { measure = worst-24h }, pumps = { count = pump } }");

    private static readonly string[] Factors = ["cohorts.herd.count"];

    private readonly SqliteConnection sweep = new("Data Source=:memory:;Pooling=False");

    /// <summary>Point 1: ten runs, four of which crashed; 1 to 10 pumps; a worst fall in every other. Point 2: one run. Point 3: none. What failed is left out.</summary>
    public A_stop_rule()
    {
        sweep.Open();
        Do("""CREATE TABLE runs (run INTEGER PRIMARY KEY, point, replicate, seed, "cohorts.herd.count" REAL, state, crashed REAL, "worst-24h" REAL, pumps REAL)""");
        for (var i = 1; i <= 10; i++) Do(FormattableString.Invariant($"INSERT INTO runs VALUES ({i}, 1, {i}, 7, 100, 'done', {(i <= 4 ? 1 : 0)}, {(i % 2 == 0 ? "-0.5" : "NULL")}, {i})"));
        Do("INSERT INTO runs VALUES (11, 2, 1, 7, 200, 'done', 1, -0.9, 4)");
        Do("INSERT INTO runs VALUES (12, 2, 2, 7, 200, 'failed', NULL, NULL, NULL)");
    }

    public void Dispose() => sweep.Dispose();

    [Theory]
    [InlineData("count(*) >= 10", true)]
    [InlineData("count(*) > 10", false)]
    [InlineData("count(crashed) >= 10 and mean(crashed) = 0.4", true)]
    [InlineData("count(worst-24h) = 5 and min(worst-24h) = -0.5", true)]
    [InlineData("count(\"worst-24h\") = 5", true)]
    [InlineData("max(cohorts.herd.count) = 100", true)]
    [InlineData("mean(pumps) = 5.5", true)]
    [InlineData("round(sd(pumps), 6) = 3.02765", true)] // √(82.5 ÷ 9)
    [InlineData("round(half_width(pumps), 4) = 2.1659", true)] // 2.262157 · 3.02765 ÷ √10
    [InlineData("round(half_width(crashed), 4) = 0.2596", true)] // 1.96 ÷ 1.3841 · √(0.024 + 3.8415 ÷ 400)
    [InlineData("half_width( worst-24h ) = 0", true)]
    [InlineData("sum(pumps > 3 and crashed) = 1", true)]
    public void Is_true_or_not_of_a_point_s_finished_runs(string expression, bool holds) => Assert.Equal(holds, Rule(expression).Holds(sweep, point: 1));

    [Theory]
    [InlineData(2, "count(*) = 1", true)] // the failed one is left out
    [InlineData(2, "half_width(pumps) < 1000", false)] // one value has no spread
    [InlineData(3, "half_width(crashed) < 1", false)] // nobody knows
    [InlineData(3, "mean(pumps) < 1000", false)]
    [InlineData(3, "count(*) = 0", true)]
    public void Does_not_hold_where_it_cannot_be_told(long point, string expression, bool holds) => Assert.Equal(holds, Rule(expression).Holds(sweep, point));

    [Theory]
    [InlineData("count(crashd) >= 30", "stop-when is no expression: no such column: crashd")]
    [InlineData("count(crashed >= 30", "stop-when is no expression: ")]
    [InlineData("half_widht(crashed) < 1", "stop-when is no expression: no such function: half_widht")]
    [InlineData("crashed = 1", "stop-when asks each run for itself")]
    [InlineData("true", "stop-when asks each run for itself")]
    [InlineData("count(*) > 1); DELETE FROM runs; --", "stop-when has ; in it")]
    [InlineData("count(*) > 1 /* enough", "stop-when has /* in it")]
    [InlineData("(SELECT count(*) FROM runs) > 1", "stop-when has SELECT in it")]
    public void That_is_wrong_is_told_at_its_place(string expression, string message)
    {
        var (rule, wrong) = Read(expression);
        Assert.Null(rule);
        var told = Assert.Single(wrong.ToImmutable());
        Assert.StartsWith(message, told.Message, StringComparison.Ordinal);
        Assert.Equal((1, 13), (told.Line, told.Column));
    }

    [Fact]
    public void Names_what_there_is_to_speak_of()
    {
        var (_, wrong) = Read("count(crashd) >= 30");
        Assert.Equal("(known: run, replicate, seed, cohorts.herd.count, crashed, worst-24h, pumps; count, mean, sd, half_width, min, max, sum)", wrong.ToImmutable().Single().Remedy);
    }

    private static StopRule Rule(string expression)
    {
        var (rule, wrong) = Read(expression);
        Assert.Empty(wrong.ToImmutable().Select(diagnostic => diagnostic.Message));
        return rule!;
    }

    private static (StopRule? Rule, DiagnosticBag Wrong) Read(string expression)
    {
        var diagnostics = new DiagnosticBag();
        var text = $"stop-when = \"{expression.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        var tree = ConfigLoader.Load(MemoryConfigSource.Empty, [ConfigLayer.Text("sweep.conf", text)], diagnostics);
        return (StopRule.Read(new ConfigReader(tree.Root, diagnostics), Metrics, Factors), diagnostics);
    }

    private void Do(string sql)
    {
        using var command = sweep.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
