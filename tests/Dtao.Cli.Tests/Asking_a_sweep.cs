using Dtao.Sweeps.Analysis;

namespace Dtao.Cli.Tests;

public sealed class Asking_a_sweep : CliSpec
{
    private static SweepFixture Small(double more = 0, int until = int.MaxValue) => new()
    {
        Factors = [FixtureFactor.Shares("a.share", 0.1, 0.2), FixtureFactor.Words("b.age", "7 days", "365 days")],
        Metrics = [FixtureMetric.Event("pumped"), FixtureMetric.Figure("peak", "Times")],
        Replicates = 9,
        Outcome = run => run.Run > until ? null : new FixtureOutcome([run.Replicate % 2, run.Replicate + more]) { StateHash = more == 0 ? "h" : "i", Failure = run.Run == 5 ? new FixtureFailure("it threw <b>", Again: "dtao run sn28 --seed 1002") : null },
    };

    public Asking_a_sweep() => Small().Write("sweeps/small");

    [Fact]
    public void Report_writes_a_page_into_its_folder_and_says_in_short_what_is_in_it()
    {
        Assert.Equal(ExitCode.Done, Dtao("report", "sweeps/small"));
        Assert.Contains("35 of 36 runs done, 1 failed", Out, StringComparison.Ordinal);
        Assert.Contains("P(pumped): from", Out, StringComparison.Ordinal);
        Assert.Contains("Does it?", File.ReadAllText("sweeps/small/report.html"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("report", "sweeps/small/", "--json"));
        Assert.Equal((36, 35, 1), (Json().GetProperty("planned").GetInt32(), Json().GetProperty("done").GetInt32(), Json().GetProperty("failed").GetInt32()));
        Assert.Equal("pumped", Json().GetProperty("figures")[0].GetString());
    }

    [Fact]
    public void Report_of_a_partial_one_says_so()
    {
        Small(until: 9).Write("sweeps/partial");
        Assert.Equal(ExitCode.Done, Dtao("report", "sweeps/partial"));
        Assert.Contains("PARTIAL: 27 of 36 runs have not ended", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_draws_one_figure_alone()
    {
        Assert.Equal(ExitCode.Done, Dtao("report", "sweeps/small", "--figure", "pumped", "-o", "phase.svg"));
        Assert.StartsWith("<svg xmlns", File.ReadAllText("phase.svg"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("report", "sweeps/small", "--figure", "pumped"));
        Assert.True(File.Exists("sweeps/small/pumped.svg"));
        Assert.Equal(ExitCode.Usage, Dtao("report", "sweeps/small", "--figure", "nonesuch"));
        Assert.Contains("pumped", Err, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Dtao("report", "sweeps/small", "-o", "x.html"));
    }

    [Fact]
    public void Query_answers_sql_and_saved_questions_and_only_reads()
    {
        Assert.Equal(ExitCode.Done, Dtao("query", "sweeps/small", "SELECT count(*) AS n FROM runs", "--json"));
        Assert.Equal(36, Json()[0].GetProperty("n").GetInt32());
        Assert.Equal(ExitCode.Done, Dtao("query", "sweeps/small", "@failures", "--json"));
        Assert.Equal("dtao run sn28 --seed 1002", Json()[0].GetProperty("again").GetString());
        Assert.Equal(ExitCode.Done, Dtao("query", "sweeps/small", "@by-point", "--top", "2", "--csv"));
        Assert.StartsWith("point,a.share,b.age,runs,pumped,peak\n1,10%,\"7 days\",8,", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Dtao("query", "sweeps/small", "DELETE FROM runs"));
        Assert.Equal(ExitCode.Usage, Dtao("query", "sweeps/small", "@cap-hits")); // asked of runs
        Assert.Contains("by-point", Err, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("query", "--list", "--json"));
        Assert.All(SweepQuery.All, saved => Assert.Contains(Json().EnumerateArray(), row => row.GetProperty("name").GetString() == saved.Name && row.GetProperty("of").GetString() == "sweep"));
    }

    [Fact]
    public void Measure_gives_every_metric_at_every_point_with_its_interval()
    {
        Assert.Equal(ExitCode.Done, Dtao("measure", "sweeps/small", "--json"));
        var rows = Json().EnumerateArray().ToArray();
        Assert.Equal(4 * 2, rows.Length);
        var peak = rows.Single(row => row.GetProperty("point").GetInt32() == 2 && row.GetProperty("metric").GetString() == "peak"); // 1 … 9
        Assert.Equal((9, 5.0, Math.Round(Math.Sqrt(7.5), 9)), (peak.GetProperty("runs").GetInt32(), peak.GetProperty("mean").GetDouble(), Math.Round(peak.GetProperty("sd").GetDouble(), 9)));
        Assert.Equal(5 - 2.3060041350 * Math.Sqrt(7.5 / 9), peak.GetProperty("low").GetDouble(), 7); // Student's t of 8 degrees
        Assert.Equal(ExitCode.Done, Dtao("measure", "sweeps/small"));
        Assert.Contains("do not count", Err, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("measure", "sweeps/small", "--csv"));
        Assert.StartsWith("point,a.share,b.age,metric,runs,mean,sd,low,high\n", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Measure_refuses_what_the_design_does_not_tell()
    {
        foreach (var flag in (string[])["--sobol", "--morris"])
        {
            Assert.Equal(ExitCode.Usage, Dtao("measure", "sweeps/small", flag, "peak"));
            Assert.Contains($"need a {(flag == "--sobol" ? "saltelli" : "morris")} design", Err, StringComparison.Ordinal);
        }
        Assert.Equal(ExitCode.Usage, Dtao("measure", "sweeps/small", "--sobol", "nonesuch"));
        Assert.Equal(ExitCode.Usage, Dtao("measure", "sweeps/small", "--sobol", "peak", "--morris", "peak"));
        Assert.Equal(ExitCode.Usage, Dtao("measure", "sweeps/small", "sweeps/small"));
    }

    [Fact]
    public void Compare_takes_runs_in_pairs_and_exits_6_where_they_differ()
    {
        Small(more: 2).Write("sweeps/other");
        Assert.Equal(ExitCode.NotReproduced, Dtao("compare", "sweeps/small", "sweeps/other", "--json"));
        Assert.Equal((35, 35, false), (Json().GetProperty("pairs").GetInt32(), Json().GetProperty("parted").GetInt32(), Json().GetProperty("same").GetBoolean()));
        var peak = Json().GetProperty("metrics").EnumerateArray().Single(row => row.GetProperty("metric").GetString() == "peak").GetProperty("difference");
        Assert.Equal((2.0, 2.0, 2.0), (peak.GetProperty("low").GetDouble(), peak.GetProperty("mean").GetDouble(), peak.GetProperty("high").GetDouble()));
        Assert.Contains("Metrics by point", File.ReadAllText("sweeps/compare.html"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.NotReproduced, Dtao("compare", "sweeps/small", "sweeps/other"));
        Assert.Contains("B less A", Out, StringComparison.Ordinal);

        Small().Write("sweeps/again");
        Assert.Equal(ExitCode.Done, Dtao("compare", "sweeps/small", "sweeps/again"));
        Assert.Contains("All 35 runs came to the same", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_with_what_is_no_such_sweep_is_a_usage_error()
    {
        Dtao("run", "short.conf");
        Assert.Equal(ExitCode.Usage, Dtao("compare", "sweeps/small", "runs/short"));
        new SweepFixture { Factors = [FixtureFactor.Shares("c.other", 0.1)], Metrics = [], Outcome = _ => new FixtureOutcome([]) }.Write("sweeps/else");
        Assert.Equal(ExitCode.Usage, Dtao("compare", "sweeps/small", "sweeps/else"));
        Assert.Contains("vary different settings", Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_texts_steer_no_terminal()
    {
        var texts = HostileText.All;
        new SweepFixture { Factors = [FixtureFactor.Words("a.b", [.. texts])], Metrics = [], Replicates = 1, Outcome = run => new FixtureOutcome([]) { Failure = new FixtureFailure(texts[run.Point - 1], texts[run.Point - 1], texts[run.Point - 1], 1, texts[run.Point - 1]) }, Question = texts[10] }.Write("sweeps/hostile");
        foreach (var line in (string[][])[["report", "sweeps/hostile"], ["query", "sweeps/hostile", "@failures"], ["query", "sweeps/hostile", "@failures", "--csv"], ["measure", "sweeps/hostile"]])
        {
            Assert.Equal(ExitCode.Done, Dtao(line));
            Assert.DoesNotContain(Out + Err, character => character != '\n' && char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format);
        }
    }

    [Fact]
    public void That_is_broken_is_told_and_not_thrown()
    {
        Directory.CreateDirectory("sweeps/broken");
        Write("sweeps/broken/sweep.db", "no database at all");
        foreach (var line in (string[][])[["report", "sweeps/broken"], ["measure", "sweeps/broken"], ["compare", "sweeps/broken", "sweeps/small"]])
            Assert.Equal(ExitCode.NotReproduced, Dtao(line));
        Assert.Equal(ExitCode.Usage, Dtao("query", "sweeps/broken", "SELECT 1 FROM runs"));
    }

    [BrowserFact]
    public void In_a_browser_the_report_says_nothing_on_the_console_and_asks_for_nothing()
    {
        Dtao("report", "sweeps/small");
        var (console, requests) = Browser.Open("sweeps/small/report.html");
        Assert.Empty(console);
        Assert.Empty(requests);
    }
}
