using Dtao.Hocon;
using Dtao.Sweeps.Metrics;
using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Tests.Plans;

public sealed class A_sweep_plan : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dtao-sweep-").FullName;

    [Fact]
    public void tries_every_value_that_is_listed_with_every_other()
    {
        var plan = Read("""vary { "a.b" = [1, 2], "c.d" = [x, { uniform = [1%, 2%] }], "e.f" = 7 days }""");
        Assert.Equal(
            [
                "e.f=7 days a.b=1 c.d=x", "e.f=7 days a.b=1 c.d={ uniform = [1%, 2%] }",
                "e.f=7 days a.b=2 c.d=x", "e.f=7 days a.b=2 c.d={ uniform = [1%, 2%] }",
            ],
            plan.Points.Select(point => string.Join(' ', point.Settings)));
    }

    [Fact]
    public void tries_variants_of_several_settings_each_with_every_value_of_others()
    {
        var plan = Read("""variants { as-it-is { }, poor { "a.b" = 5 tao, "c.d" = [1, 2] } }, vary { "e.f" = [1, 2] }""");
        Assert.Equal(["e.f=1", "e.f=2", "a.b=5 tao c.d=[1, 2] e.f=1", "a.b=5 tao c.d=[1, 2] e.f=2"], plan.Points.Select(point => string.Join(' ', point.Settings)));
        Assert.Equal((VariantFactor.Column, "poor"), (plan.Factors[0].Path, plan.Points[^1].Values[0]));
        Assert.Null(FactorScale.Of(plan.Factors[0]).Unit);
    }

    [Fact]
    public void may_have_variants_alone() =>
        Assert.Equal(["a.b=1", "a.b=2"], Read("""variants { one { "a.b" = 1 }, two { "a.b" = 2 } }""").Points.Select(point => point.Settings.Single()));

    [Theory]
    [InlineData("{ range = [1, 2, 0.25] }", "1|1.25|1.5|1.75|2")]
    [InlineData("{ range = [10%, 40%, 10%] }", "0.1|0.2|0.3|0.4")]
    [InlineData("{ range = [1 days, 3 days, 1 days] }", "7200 blocks|14400 blocks|21600 blocks")]
    [InlineData("{ log = [1 tao, 100 tao, 3] }", "1 tao|10 tao|100 tao")]
    [InlineData("{ range = [1, 2, 1], as = \"{ normal = [@, 1] }\" }", "{ normal = [1, 1] }|{ normal = [2, 1] }")]
    public void steps_through_a_range(string form, string values) =>
        Assert.Equal(values.Split('|'), Read($$"""vary { "a.b" = {{form}} }""").Scanned.Single().Values);

    [Theory]
    [InlineData("random")]
    [InlineData("lhs")]
    [InlineData("sobol")]
    public void samples_ranges_within_their_ends(string design)
    {
        var plan = Read($$"""points = 32, vary { "a.b" = { {{design}} = [10%, 30%] }, "a.count" = { {{design}} = [5, 9] }, "c.d" = [1, 2] }""");
        Assert.Equal(64, plan.Points.Count);
        Assert.All(plan.Points, point => Assert.InRange(double.Parse(point.Values[1], System.Globalization.CultureInfo.InvariantCulture), 0.1, 0.3));
        Assert.Equal(["5", "6", "7", "8", "9"], plan.Points.Select(point => point.Values[2]).Distinct().Order());
        Assert.Equal(plan.Points.Take(32).Select(point => point.Values[1]), plan.Points.Skip(32).Select(point => point.Values[1]));
    }

    [Theory]
    [InlineData("morris", 5, 15)]
    [InlineData("saltelli", 32, 128)]
    public void takes_a_design_s_own_number_of_points(string design, int size, int points) =>
        Assert.Equal(points, Read($$"""points = {{size}}, vary { "a.b" = { {{design}} = [10%, 30%] }, "c.d" = { {{design}} = [0, 1] } }""").Points.Count);

    [Theory]
    [InlineData("x = a.b, y = c.d, event = pumped", null)]
    [InlineData("x = a.b, y = c.d, event = pumped, beside = [pumped]", null)]
    [InlineData("x = a.x, y = c.d, event = pumped", "diagrams[0].x is no setting that is scanned")]
    [InlineData("x = a.b, y = a.b, event = pumped", "diagrams[0].y is what x is")]
    [InlineData("x = a.b, y = e.f, event = pumped", "diagrams[0].y is no setting that is scanned")] // sampled
    [InlineData("x = a.b, y = c.d, event = peak", "diagrams[0].event is no event")]
    [InlineData("x = a.b, y = c.d, event = pumped, beside = [peak]", "diagrams[0].beside is not made of events")]
    public void asks_for_diagrams_that_can_be_drawn(string diagram, string? error)
    {
        var diagnostics = new DiagnosticBag();
        File.WriteAllText(Path.Combine(folder, "d.conf"), $$"""
            base = launch, points = 2, vary { "a.b" = [1, 2], "c.d" = [1, 2], "e.f" = { lhs = [0, 1] } }
            metrics { pumped = { measure = pump-multiple, at-least = 3 }, peak = { measure = pump-multiple } }
            diagrams = [{ {{diagram}} }]
            """);
        SweepFile.Read(Path.Combine(folder, "d.conf"), diagnostics);
        Assert.Equal(error is null ? [] : [error], diagnostics.ToImmutable().Select(d => d.Message));
    }

    [Fact]
    public void runs_every_point_before_it_repeats_one_and_pairs_seeds_across_points()
    {
        var runs = Read("""replicates = 3, vary { "a.b" = [1, 2] }""").Runs.ToArray();
        Assert.Equal([(1, 1), (2, 1), (1, 2), (2, 2), (1, 3), (2, 3)], runs.Select(run => (run.Point.Number, run.Replicate)));
        Assert.Equal(3, runs.Select(run => run.Seed).Distinct().Count());
        Assert.All(runs.GroupBy(run => run.Replicate), replicate => Assert.Single(replicate.Select(run => run.Seed).Distinct()));
    }

    [Fact]
    public void has_a_seed_for_each_run_where_that_is_wanted()
    {
        var runs = Read("""replicates = 3, independent-seeds = true, vary { "a.b" = [1, 2] }""").Runs.ToArray();
        Assert.Equal(6, runs.Select(run => run.Seed).Distinct().Count());
        Assert.All(runs, run => Assert.True(run.Seed < 1UL << 53));
    }

    [Fact]
    public void says_what_is_kept_of_its_runs_and_when_a_point_has_told_enough()
    {
        var plan = Read("""
            vary { "a.b" = [1, 2] }
            metrics { crashed = { count = crash, at-least = 1 } }
            series { every = 6 hours, of = [price-sum] }
            stop-when = "count(crashed) >= 30 or max(a.b) > 1"
            """);
        Assert.Equal(["crashed"], plan.Metrics.Metrics.Select(metric => metric.Name));
        Assert.Equal((1_800, "price-sum"), (plan.Metrics.SeriesEveryBlocks, plan.Metrics.Series.Single()));
        Assert.Equal("count(crashed) >= 30 or max(a.b) > 1", plan.StopWhen!.Expression);
    }

    [Fact]
    public void keeps_the_usual_metrics_and_makes_all_its_runs_unless_it_says_otherwise() =>
        Assert.Equal((MetricSet.Usual.Metrics, null), (Read("""vary { "a.b" = [1] }""").Metrics.Metrics, Read("""vary { "a.b" = [1] }""").StopWhen));

    [Theory]
    [InlineData("", ".")]
    [InlineData("runs = runs", "beside the file")]
    public void seeks_earlier_runs_where_it_is_called_unless_it_says_where(string said, string where) => Assert.Equal(
        Path.GetFullPath("runs", where == "." ? Directory.GetCurrentDirectory() : folder), Read("vary { \"a.b\" = [1] }\n" + said).EarlierRuns);

    [Theory]
    [InlineData("""vary { "a.b" = [1] }, metrics { it = { measure = whatever } }""", "metrics.it.measure is \"whatever\"")]
    [InlineData("""variants { 1st { "a.b" = 1 } }""", "variants.1st is no name of a variant")]
    [InlineData("""variants { }""", "variants has none")]
    [InlineData("""variants { "" { "a.b" = 1 } }""", "is no name of a variant")]
    [InlineData("""variants { one { "a.b" = 1 } }, metrics { variant = { count = pump } }""", "metrics.variant is what a sweep calls something else")]
    [InlineData("""vary { "a.b" = [1] }, stop-when = "count(crashed) > 3" """, "stop-when is no expression: no such column: crashed")]
    [InlineData("""vary { "a.b" = [1], "c.d" = [2] }, diagrams = [{ x = "a.b", y = "c.d" }]""", "diagrams[0].event is missing")]
    [InlineData("""vary { "a.b" = [] }""", "vary.\"a.b\" has no values")]
    [InlineData("""vary { "a.b" = { between = [1, 2] } }""", "is no way to vary a setting")]
    [InlineData("""points = 4, vary { "a.b" = { lhs = [2, 1] } }""", "is not as it should be")]
    [InlineData("""points = 4, vary { "a.b" = { lhs = [1, 2, 3] } }""", "is not as it should be")]
    [InlineData("""vary { "a.b" = { range = [1, 2, 0] } }""", "leads nowhere")]
    [InlineData("""vary { "a.b" = { range = [1, 2, -1] } }""", "leads nowhere")]
    [InlineData("""vary { "a.b" = { log = [0, 2, 3] } }""", "leads nowhere")]
    [InlineData("""points = 4, vary { "a.b" = { lhs = [1, 2] }, "c.d" = { sobol = [1, 2] } }""", "is another design than the first")]
    [InlineData("""points = 4, vary { "a.b" = { lhs = [1, 2], as = "none" } }""", "has no place for the value")]
    [InlineData("""points = 40, vary { "a.b" = { saltelli = [1, 2] } }""", "points are base samples here")]
    [InlineData("""vary { "a.b" = { lhs = [1, 2] } }""", "points")]
    [InlineData("""vary { "run.seed" = [1, 2] }""", "vary.\"run.seed\" would count nowhere")]
    [InlineData("""set { "run.seed" = 1 }, vary { "a.b" = [1] }""", "set.\"run.seed\" would count nowhere")]
    [InlineData("""set { run.seed = 1 }, vary { "a.b" = [1] }""", "set.run would count nowhere")]
    [InlineData("""variants { one { "run.seed" = 1 }, two { } }""", "variants.one.\"run.seed\" would count nowhere")]
    [InlineData("""replicates = 0, vary { "a.b" = [1] }""", "replicates is 0")]
    [InlineData("""repeat = 2, vary { "a.b" = [1] }""", "unknown key repeat")]
    public void that_is_wrong_is_told_by_its_key(string text, string message)
    {
        var diagnostics = new DiagnosticBag();
        SweepFile.Read(Written(text), diagnostics);
        Assert.Contains(diagnostics.ToImmutable(), diagnostic => diagnostic.Message.Contains(message, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private SweepPlan Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var plan = SweepFile.Read(Written(text), diagnostics);
        Assert.Empty(diagnostics.ToImmutable());
        return plan;
    }

    private string Written(string text)
    {
        var file = Path.Combine(folder, "mine.conf");
        File.WriteAllText(file, "base = sn28\n" + text);
        return file;
    }
}
