using Dtao.Records.Reading;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Folders;
using Microsoft.Data.Sqlite;

namespace Dtao.Cli.Tests;

public sealed class Sweeping : CliSpec
{
    public Sweeping()
    {
        Write("cheap.conf", """
            run.duration = 20 blocks
            genesis.launch.subnets = 2
            record.sample = 10 blocks
            cohorts {
              herd       { role = speculator, strategy = meme-herder, count = 5, wealth = 10 tao, first-wake = { uniform = [1 blocks, 5 blocks] } }
              owners     { role = owner, strategy = sell-cut, count = 2, wealth = 20 tao }
              validators { role = validator, strategy = stake-dividends, count = 2, wealth = 50 tao }
            }
            """);
        Write("herds.conf", """
            base = cheap.conf
            question = "Does it matter how many follow?"
            replicates = 2
            vary { "cohorts.herd.count" = [5, 10] }
            metrics { sum = { series = price-sum, take = final } }
            series { every = 10 blocks, of = [price-sum] }
            """);
    }

    [Fact]
    public void A_file_makes_a_folder_with_a_row_for_each_run_that_carries_all_that_was_varied()
    {
        Assert.Equal(ExitCode.Done, Dtao("sweep", "herds.conf", "-j", "1"));
        Assert.StartsWith("4 of 4 runs, 0 failed.\n", Out, StringComparison.Ordinal);
        Assert.Equal(["1|1|1|5|done", "2|2|1|10|done", "3|1|2|5|done", "4|2|2|10|done"], Rows("herds", "run, point, replicate, \"cohorts.herd.count\", state FROM runs"));
        Assert.Equal(["2|2"], Rows("herds", "count(DISTINCT seed), count(DISTINCT replicate) FROM runs"));
        Assert.Equal(["0"], Rows("herds", "count(*) FROM runs WHERE sum IS NULL OR state_hash IS NULL"));
        Assert.Equal(["4|3"], Rows("herds", "count(DISTINCT run), count(DISTINCT block) FROM series"));
        Assert.Equal([".lock", "plan.conf", "sweep.db", "timings.csv"], Directory.GetFiles("sweeps/herds").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("5", Assert.Single(Rows("herds", "\"cohorts.herd.count\" FROM points WHERE point = 1")));
    }

    [Fact]
    public void What_it_writes_is_what_reports_questions_measures_and_comparisons_read()
    {
        Assert.Equal(ExitCode.Done, Dtao("sweep", "herds.conf", "-j", "1", "-q"));
        Assert.Equal(ExitCode.Done, Dtao("report", "sweeps/herds"));
        var page = File.ReadAllText("sweeps/herds/report.html");
        Assert.All(["Does it matter how many follow?", "<figure id=\"effect-sum\">", "<figure id=\"fan-price-sum-1\">"], part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.All(SweepQuery.All, saved => Assert.Equal(ExitCode.Done, Dtao("query", "sweeps/herds", "@" + saved.Name)));
        Assert.Equal(ExitCode.Done, Dtao("measure", "sweeps/herds", "--json"));
        Assert.Equal([2, 2], Json().EnumerateArray().Select(row => row.GetProperty("runs").GetInt32()));
        Assert.Equal(ExitCode.Done, Dtao("sweep", "herds.conf", "-j", "2", "--name", "again", "-q"));
        Assert.Equal(ExitCode.Done, Dtao("compare", "sweeps/herds", "sweeps/again"));
    }

    [Fact]
    public void A_run_of_a_sweep_is_the_run_that_its_settings_make()
    {
        Assert.Equal(ExitCode.Done, Dtao("sweep", "herds.conf", "-j", "1", "-q"));
        var (seed, hash) = (Rows("herds", "seed FROM runs WHERE run = 4").Single(), Rows("herds", "state_hash FROM runs WHERE run = 4").Single());
        Assert.Equal(ExitCode.Done, Dtao("run", "cheap.conf", "-s", "cohorts.herd.count=10", "--seed", seed));
        Assert.Equal(hash, RunReader.Open("runs/cheap").HashHead);
    }

    [Fact]
    public void The_command_line_says_the_same_as_a_file()
    {
        Assert.Equal(ExitCode.Done, Dtao("sweep", "herds.conf", "-q"));
        Assert.Equal(ExitCode.Done, Dtao("sweep", "herds.conf", "-c", "cheap.conf", "--vary", "cohorts.herd.count=[5, 10]", "--replicates", "2", "--name", "typed", "-q"));
        const string Content = "run, point, replicate, seed, \"cohorts.herd.count\", sum, state_hash FROM runs";
        Assert.Equal(Rows("herds", Content), Rows("typed", Content));
    }

    [Fact]
    public void Without_a_file_the_run_and_what_is_varied_are_enough()
    {
        Assert.Equal(ExitCode.Done, Dtao("sweep", "-c", "cheap.conf", "--vary", "cohorts.herd.count={ lhs = [5, 50] }", "--points", "3", "-s", "record.topics=[trades]", "--independent-seeds", "-q"));
        Assert.Equal(["3|3"], Rows("cheap", "count(*), count(DISTINCT seed) FROM runs WHERE state = 'done'"));
        Assert.Equal(["sampled|5|50"], Rows("cheap", "kind, low, high FROM factors"));
    }

    [Fact]
    public void Keep_leaves_whole_run_folders()
    {
        Assert.Equal(ExitCode.Done, Dtao("sweep", "herds.conf", "--replicates", "1", "--keep", "-q"));
        Assert.Equal(["p1-r1", "p2-r1"], Directory.GetDirectories("sweeps/herds/runs").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(File.Exists("sweeps/herds/runs/p2-r1/report.html"));
        Assert.Equal(ExitCode.Done, Dtao("replay", "sweeps/herds/runs/p2-r1", "--verify"));
    }

    [Fact]
    public void What_is_wrong_with_settings_is_told_of_the_sweeps_file_all_at_once()
    {
        Write("wrong.conf", """
            base = cheap.conf
            replicates = 2
            set { "record.smaple" = 5 blocks }
            vary { "cohorts.herd.count" = [5, -5], "cohorts.owners.wealth" = { lhs = [1, 2] } }
            points = 3
            variants {
              few  { }
              none { "cohorts.owners.count" = [] }
              odd  { "cohorts.more" = { role = speculator } }
            }
            metrics { sum = { series = price-sum, take = final } }
            """);
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("sweep", "wrong.conf", "-s", "run.duration=soon", "-s", "run.reports=what"));
        var places = Err.Split('\n').Where(line => line.Contains(" error: ", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(" error: ", StringComparison.Ordinal)]);
        Assert.Equal(["-s:1:14", "-s:1:5", "wrong.conf:3:7", "wrong.conf:4:35", "wrong.conf:4:66", "wrong.conf:8:35", "wrong.conf:9:27", "wrong.conf:9:27", "wrong.conf:9:27"], places.Order(StringComparer.Ordinal));
        Assert.False(Directory.Exists("sweeps"));
    }

    [Fact]
    public void A_dry_run_tells_what_it_would_be_and_keeps_nothing()
    {
        Assert.Equal(ExitCode.Done, Dtao("sweep", "herds.conf", "--replicates", "50", "-n"));
        Assert.StartsWith("2 points, 50 replicates: 100 runs.\nAbout ", Out, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was kept.\n", Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists("sweeps"));
        Assert.Equal(ExitCode.Done, Dtao("sweep", "herds.conf", "-n", "--json"));
        Assert.Equal((4, 2), (Json().GetProperty("runs").GetInt32(), Json().GetProperty("points").GetInt32()));
        Assert.True(Json().GetProperty("memory_bytes").GetInt64() > 10_000_000);
    }

    [Fact]
    public void Status_tells_how_far_it_has_come_and_resume_of_a_finished_one_has_nothing_to_do()
    {
        Assert.Equal(ExitCode.Done, Dtao("sweep", "herds.conf", "-q"));
        Assert.Equal(ExitCode.Done, Dtao("status", "sweeps/herds"));
        Assert.Equal("sweeps/herds: 4 of 4 runs done, 0 failed, 0 left; finished.\n", Out);
        var before = File.ReadAllText("sweeps/herds/timings.csv");
        Assert.Equal(ExitCode.Done, Dtao("resume", "sweeps/herds", "-q"));
        Assert.Equal(before, File.ReadAllText("sweeps/herds/timings.csv"));
        Assert.Equal(ExitCode.Done, Dtao("status", "sweeps/herds", "--json"));
        Assert.Equal((4, 0, false), (Json().GetProperty("done").GetInt32(), Json().GetProperty("left").GetInt32(), Json().GetProperty("at_work").GetBoolean()));
    }

    [Fact]
    public void Runs_that_failed_are_kept_with_what_shows_them_again_and_can_be_tried_again()
    {
        Write("empty.conf", """
            include "cheap.conf"
            genesis { kind = saved, from = "earlier@4920371" }
            """);
        Assert.Equal(ExitCode.SomeRunsFailed, Dtao("sweep", "-c", "empty.conf", "--vary", "cohorts.herd.count=[5, 10]", "--name", "s", "-q"));
        Assert.Contains("2 of 2 runs, 2 failed; why: ", Out, StringComparison.Ordinal);
        Assert.Equal(["config|config"], Rows("s", "min(kind), max(kind) FROM runs WHERE failure LIKE '%run it first%'"));
        Assert.Contains("To see it again: dtao run ", File.ReadAllText("sweeps/s/failed/p1-r1.txt"), StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, Dtao("run", "cheap.conf", "--name", "earlier", "-s", "record.save-at=[20 blocks]"));
        Assert.Equal(ExitCode.SomeRunsFailed, Dtao("resume", "sweeps/s", "-q"));
        Assert.Equal(ExitCode.Done, Dtao("resume", "sweeps/s", "-q", "--retry-failed"));
        Assert.Equal(["2"], Rows("s", "count(*) FROM runs WHERE state = 'done'"));
        Assert.Empty(Directory.GetFiles("sweeps/s/failed"));
    }

    [Fact]
    public void Fail_fast_ends_with_the_first_failed_run()
    {
        Write("empty.conf", """
            include "cheap.conf"
            genesis { kind = saved, from = "earlier@4920371" }
            """);
        Assert.Equal(ExitCode.SomeRunsFailed, Dtao("sweep", "-c", "empty.conf", "--vary", "cohorts.herd.count=[5, 10, 20]", "--name", "fast", "-j", "1", "-q", "--fail-fast"));
        Assert.Equal(["1"], Rows("fast", "count(*) FROM runs"));
        Assert.Contains("too many runs failed; what is done is kept. To go on: dtao resume ", Err, StringComparison.Ordinal);
        Assert.Equal(ExitCode.SomeRunsFailed, Dtao("sweep", "-c", "empty.conf", "--vary", "cohorts.herd.count=[5, 10, 20]", "--name", "two", "-j", "1", "-q", "--max-failures", "1"));
        Assert.Equal(["2"], Rows("two", "count(*) FROM runs"));
    }

    [Fact]
    public void A_point_that_has_told_enough_is_ended_for_any_number_of_workers()
    {
        File.AppendAllText("herds.conf", "\nstop-when = \"count(sum) >= 2 and max(replicate) >= 2\"\n");
        foreach (var jobs in (string[])["1", "3"])
        {
            Assert.Equal(ExitCode.Done, Dtao("sweep", "herds.conf", "--replicates", "9", "-j", jobs, "--name", "by-" + jobs, "-q"));
            Assert.StartsWith("4 of 4 runs, 0 failed.\n", Out, StringComparison.Ordinal);
            Assert.Equal(["1|2", "2|2"], Rows("by-" + jobs, "* FROM stopped"));
        }
        Assert.Equal(ExitCode.Done, Dtao("status", "sweeps/by-3"));
        Assert.Equal("sweeps/by-3: 4 of 4 runs done, 0 failed, 0 left, 14 no longer wanted; finished.\n", Out);
    }

    [Fact]
    public void What_is_wrong_at_any_point_is_told_before_anything_is_run()
    {
        Write("wrong.conf", """
            base = cheap.conf
            vary { "cohorts.herd.count" = [5, -1] }
            """);
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("sweep", "wrong.conf"));
        Assert.Contains("cohorts.herd.count", Err, StringComparison.Ordinal);
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("sweep", "herds.conf", "--vary", "cohorts.herd.size=[5, 6]"));
        Assert.Contains("unknown key", Err, StringComparison.Ordinal);
        Assert.False(Directory.Exists("sweeps"));
    }

    [Fact]
    public void A_command_line_that_cannot_be_is_a_usage_error()
    {
        foreach (var words in (string[][])[["sweep"], ["sweep", "herds.conf", "-j", "0"], ["sweep", "herds.conf", "--fail-fast", "--max-failures", "2"], ["sweep", "herds.conf", "--vary", "x"], ["sweep", "herds.conf", "--on", "moon"], ["sweep", "herds.conf", "--memory", "3"], ["resume", "nowhere"], ["status", "nowhere"], ["sweep", "herds.conf", "--name", "../out"]])
            Assert.Equal((ExitCode.Usage, ""), (Dtao(words), Out));
    }

    [Fact]
    public void A_sweep_is_never_written_over_nor_gone_on_with_as_another()
    {
        Assert.Equal(ExitCode.Done, Dtao("sweep", "herds.conf", "-q"));
        Assert.Equal(ExitCode.Refused, Dtao("sweep", "herds.conf", "-q"));
        Assert.Contains("dtao resume goes on with it", Err, StringComparison.Ordinal);
        File.AppendAllText("cheap.conf", "\nrun.duration = 30 blocks\n");
        Assert.Equal(ExitCode.Refused, Dtao("resume", "sweeps/herds"));
        Assert.Contains("was begun by another plan, or the run that it varies", Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_left_alone()
    {
        Directory.CreateDirectory("sweeps/herds");
        Write("sweeps/herds/mine.txt", "mine");
        Assert.Equal(ExitCode.Refused, Dtao("sweep", "herds.conf"));
        Assert.Equal(["mine.txt"], Directory.GetFiles("sweeps/herds").Select(Path.GetFileName));
    }

    [Fact]
    public void One_whose_process_was_killed_before_it_had_a_plan_is_begun_again()
    {
        Directory.CreateDirectory("sweeps/herds");
        Write("sweeps/herds/.lock", "");
        Assert.Equal(ExitCode.Done, Dtao("sweep", "herds.conf", "-q"));
    }

    [Fact]
    public void One_that_somebody_holds_is_refused()
    {
        using var held = SweepFolder.Create("sweeps", "herds");
        Assert.Equal(ExitCode.Refused, Dtao("sweep", "herds.conf"));
        Assert.Contains("Another process is at work", Err, StringComparison.Ordinal);
    }

    private static string[] Rows(string sweep, string question)
    {
        using var database = new SqliteConnection($"Data Source=sweeps/{sweep}/sweep.db;Mode=ReadOnly;Pooling=False");
        database.Open();
        return [.. database.Ask($"SELECT {question}", row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(at => Convert.ToString(row.GetValue(at), System.Globalization.CultureInfo.InvariantCulture))))];
    }
}
