using System.Text.Json;
using System.Text.RegularExpressions;
using Dtao.Records.Reading;
using Dtao.Strategies.Catalogue;

namespace Dtao.Cli.Tests;

public sealed class Every_verb : CliSpec
{
    [Fact]
    public void Run_writes_a_run_folder_and_tells_of_it()
    {
        Assert.Equal(ExitCode.Done, Dtao("run", "short.conf"));
        Assert.Equal(["OK", "config.conf", "effective.conf", "events.clef", "manifest.json", "report.html", "run.db", "story.md"], Directory.GetFiles("runs/short").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.StartsWith("short: 30 blocks", Out, StringComparison.Ordinal);
        Assert.EndsWith($"Run folder: {Path.Combine(Here, "runs", "short")}\nReport: {Path.Combine(Here, "runs", "short", "report.html")}\n", Out, StringComparison.Ordinal);
        Assert.Equal("", Err);
    }

    [Fact]
    public void Run_with_json_is_one_document_on_stdout()
    {
        Assert.Equal(ExitCode.Done, Dtao("run", "short.conf", "--json", "--name", "mine", "--seed", "9"));
        Assert.Equal(("mine", 30), (Json().GetProperty("name").GetString(), Json().GetProperty("blocks").GetInt64()));
        Assert.Equal(Path.Combine(Here, "runs", "mine"), Json().GetProperty("folder").GetString());
        Assert.Equal(9ul, RunReader.Open("runs/mine").Manifest()!.Identity.Seed);
    }

    [Fact]
    public void Demo_is_the_shipped_run_and_may_be_repeated()
    {
        Assert.Equal(ExitCode.Done, Dtao("demo", "-s", "run.duration=30 blocks"));
        Assert.True(File.Exists("runs/demo/OK"));
        Assert.Equal(ExitCode.Done, Dtao("demo", "-s", "run.duration=30 blocks", "--json"));
        Assert.Equal("demo", Json().GetProperty("name").GetString());
    }

    [Fact]
    public void Out_says_below_which_folder_runs_are_written()
    {
        Assert.Equal(ExitCode.Done, Dtao("run", "short.conf", "--out", "elsewhere/deep"));
        Assert.True(File.Exists("elsewhere/deep/short/OK"));
        Assert.False(Directory.Exists("runs"));
    }

    [Fact]
    public void Run_with_seeds_is_a_row_a_run_that_does_not_depend_on_jobs()
    {
        Assert.Equal(ExitCode.Done, Dtao("run", "short.conf", "--seeds", "3..5", "-o", "one"));
        var one = Out;
        Assert.Equal(ExitCode.Done, Dtao("run", "short.conf", "--seeds", "3..5", "-o", "two", "-j", "2"));
        Assert.Equal(one, Out);
        Assert.Equal(["short-s3", "short-s4", "short-s5"], Out.Split('\n').Skip(1).Take(3).Select(line => line.Split(' ')[0]));
        Assert.EndsWith("3 runs, 0 failed.\n", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("run", "short.conf", "--seeds", "3..5", "-o", "three", "--json"));
        Assert.Equal(3, Json().GetArrayLength());
    }

    [Fact]
    public void Dry_run_says_what_the_run_would_be_and_writes_nothing()
    {
        var before = Everything();
        Assert.Equal(ExitCode.Done, Dtao("run", "short.conf", "-n"));
        Assert.Contains("blocks 4920352 to 4920381", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("run", "short.conf", "-n", "--seeds", "1..3"));
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void Check_says_what_a_configuration_means_and_writes_nothing()
    {
        var before = Everything();
        Assert.Equal(ExitCode.Done, Dtao("check", "short.conf"));
        Assert.Contains("herd: 350 x meme-herder (speculator)", Out, StringComparison.Ordinal);
        Assert.EndsWith("No errors.\n", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("check", "short.conf", "--json"));
        Assert.Equal((64, 2403), (Json().GetProperty("subnets").GetInt32(), Json().GetProperty("agents").GetInt32()));
        Assert.Equal(ExitCode.Done, Dtao("check", "short.conf", "--json", "--seed", "18446744073709551615"));
        Assert.Equal("18446744073709551615", Json().GetProperty("seed").GetString()); // more than a double holds
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void Strategies_lists_them_or_one_with_its_knobs()
    {
        Assert.Equal(ExitCode.Done, Dtao("strategies"));
        Assert.All(StrategyCatalogue.BuiltIn().Entries, entry => Assert.Matches($"(?m)^ *{entry.Name} +{entry.About.Role.ToString().ToLowerInvariant()} ", Out));
        Assert.Equal(ExitCode.Done, Dtao("strategies", "momentum"));
        Assert.Matches("(?m)^ *threshold +[^ ]+ +fraction +0 to 10 ", Out);
        Assert.Equal(ExitCode.Done, Dtao("strategies", "momentum", "--json"));
        Assert.Equal("momentum", Assert.Single(Json().EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public void Replay_runs_a_recorded_run_again()
    {
        Dtao("run", "short.conf", "-s", "run.seed=5");
        Assert.Equal(ExitCode.Done, Dtao("replay", "runs/short", "--verify"));
        Assert.StartsWith("Reproduced: state hash ", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("replay", "runs/short", "--json"));
        Assert.True(Json().GetProperty("reproduced").GetBoolean());
    }

    [Fact]
    public void Bench_measures_both_engines_and_finds_the_same_state()
    {
        Assert.Equal(ExitCode.Done, Dtao("bench", "wakes", "--agents", "200", "--blocks", "20", "--runs", "1", "--json"));
        var reports = Json().EnumerateArray().ToArray();
        Assert.Equal(2, reports.Length);
        Assert.All(reports, report => Assert.Equal("0", report.GetProperty("conservation_error_rao").GetString())); // rao are text
        Assert.Single(reports.Select(report => report.GetProperty("state_hash").GetString()).Distinct(StringComparer.Ordinal));
        Assert.Equal(ExitCode.Done, Dtao("bench", "wakes", "--agents", "200", "--blocks", "20", "--runs", "1"));
        Assert.Contains("ratio   actors / loop: ", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Bench_of_a_log_and_of_a_record_give_ratios()
    {
        Assert.Equal(ExitCode.Done, Dtao("bench", "log", "--lines", "4000"));
        Assert.Contains("scanned ", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("bench", "log", "--lines", "4000", "--json"));
        Assert.Equal(4000, Json().GetProperty("lines").GetInt64());
        Assert.Equal(ExitCode.Done, Dtao("bench", "record", "short.conf", "--runs", "1", "--json"));
        foreach (var ratio in new[] { "log_cpu_ratio", "record_cpu_ratio" }) Assert.True(Json().GetProperty(ratio).GetDouble() > 0, ratio);
    }

    [Theory]
    [InlineData("wakes", "--agents", "20", "--blocks", "2", "--runs", "1", "--engine", "loop")]
    [InlineData("log", "--lines", "2000")]
    [InlineData("epoch", "--validators", "2", "--miners", "2", "--epochs", "1", "--runs", "1")]
    [InlineData("blocks", "--subnets", "1", "--blocks", "1000", "--runs", "1")]
    [InlineData("settle", "--orders", "100", "--runs", "1")]
    public void Bench_writes_its_keys_as_other_verbs_do(params string[] asked)
    {
        Assert.Equal(ExitCode.Done, Dtao(["bench", .. asked, "--json"]));
        var keys = Regex.Matches(Out, "\"([^\"]+)\":").Select(key => key.Groups[1].Value).ToArray();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Matches("^[a-z][a-z0-9_]*$", key));
    }

    [Fact]
    public void Bench_of_a_run_holds_it_against_its_ledger()
    {
        Assert.Equal(ExitCode.Done, Dtao("bench", "run", "short.conf", "--runs", "1", "--json"));
        foreach (var timed in new[] { "ledger", "run", "recorded" }) Assert.True(Json().GetProperty(timed).GetProperty("days_per_s").GetDouble() > 0, timed);
        Assert.Equal(ExitCode.Done, Dtao("bench", "run", "short.conf", "--runs", "1"));
        Assert.Contains("the run over its ledger ", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_says_where_the_time_went_and_changes_nothing()
    {
        Assert.Equal(ExitCode.Done, Dtao("run", "short.conf", "--name", "untimed", "--json"));
        var untimed = Json().GetProperty("state_hash_head").GetString();
        Assert.Equal(ExitCode.Done, Dtao("run", "short.conf", "--name", "timed", "--profile", "--json"));
        Assert.Equal(untimed, Json().GetProperty("state_hash_head").GetString());
        Assert.True(Json().GetProperty("profile").GetProperty("lane_s").GetProperty("strategies").GetDouble() > 0);
        Assert.Equal(ExitCode.Done, Dtao("run", "short.conf", "--name", "told", "--profile"));
        Assert.Contains("  chain step ", Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("demo")]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("strategies")]
    [InlineData("explain")]
    [InlineData("report")]
    [InlineData("story")]
    [InlineData("agent")]
    [InlineData("scorecard")]
    [InlineData("compare")]
    [InlineData("config")]
    [InlineData("config", "diff")]
    [InlineData("config", "schema")]
    [InlineData("new")]
    [InlineData("new", "run")]
    [InlineData("new", "strategy")]
    [InlineData("replay")]
    [InlineData("why")]
    [InlineData("log")]
    [InlineData("validate")]
    [InlineData("episode")]
    [InlineData("query")]
    [InlineData("measure")]
    [InlineData("what-if")]
    [InlineData("search")]
    [InlineData("bench")]
    [InlineData("bench", "wakes")]
    [InlineData("bench", "log")]
    [InlineData("bench", "record")]
    [InlineData("bench", "run")]
    public void Help_is_data(params string[] verb)
    {
        Assert.Equal(ExitCode.Done, Dtao([.. verb, "--help"]));
        Assert.Contains("Usage:", Out, StringComparison.Ordinal);
        Assert.Equal("", Err);
    }

    [Fact]
    public void Help_names_every_exit_code()
    {
        Dtao("--help");
        var named = Out.Split('\n').Single(line => line.TrimStart().StartsWith("Exit codes:", StringComparison.Ordinal));
        Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Matches($@"[ ,:]{(int)code} [a-zC]", named));
    }

    [Fact]
    public void Help_of_run_names_every_flag_of_the_readme()
    {
        Dtao("run", "--help");
        string[] flags = ["-c, --config", "-s, --set", "-o, --out", "-j, --jobs", "--seed", "-n, --dry-run", "-q, --quiet", "-v, --verbose", "--json", "--seeds", "--name", "--force", "--strategies"];
        Assert.All(flags, flag => Assert.Contains(flag, Out, StringComparison.Ordinal));
    }

    [Fact]
    public void An_error_with_json_is_one_document_on_stdout_and_nothing_beside_it()
    {
        Write("wrong.conf", "run.sed = 1\nrun.duration = 5\n");
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("run", "wrong.conf", "--json"));
        var error = Json().GetProperty("error");
        Assert.Equal((3, "wrong.conf", 1), (error.GetProperty("code").GetInt32(), error.GetProperty("file").GetString(), error.GetProperty("line").GetInt32()));
        Assert.Equal(2, Json().GetProperty("diagnostics").GetArrayLength());
        Assert.Equal("", Err);
        Assert.Equal(ExitCode.Usage, Dtao("run", "short.conf", "--name", "..", "--json"));
        Assert.Equal(JsonValueKind.String, Json().GetProperty("error").GetProperty("message").ValueKind);
    }
}
