using System.Text.Json;
using Dtao.Records.Reports;

namespace Dtao.Cli.Tests;

public sealed class What_if : CliSpec
{
    public What_if() => Write("small.conf", """
        run.duration = 100 blocks
        genesis.launch.subnets = 2
        record { sample = 10 blocks }
        cohorts {
          herd       { role = speculator, strategy = noise, count = 20, wealth = 10 tao, first-wake = { uniform = [1 blocks, 5 blocks] } }
          owners     { role = owner, strategy = sell-cut, count = 2, wealth = 20 tao }
          validators { role = validator, strategy = stake-dividends, count = 2, wealth = 50 tao }
        }
        """);

    [Fact]
    public void Of_a_run_against_itself_says_exactly_nothing()
    {
        Assert.Equal(ExitCode.Done, Dtao("what-if", "small.conf", "-s", "cohorts.herd.count=20", "--seeds", "3", "-j", "2"));
        var lines = Out.Split('\n');
        Assert.Equal("Nothing changes: in each of 3 pairs both runs ended in the same state; every difference is exactly 0.", lines[0]);
        Assert.Equal("  each pair  |                              3                              |", lines[1]);
        Assert.Equal("  middle     |                              +                              |", lines[2]);
        Assert.Equal("              -1                            0                            +1", lines[3]);
        Assert.DoesNotContain("*  3", Out, StringComparison.Ordinal);
        Assert.Contains($"Page: {Path.Combine(Here, "sweeps")}", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_in_the_first_line_what_settings_change_and_shows_each_pair()
    {
        Assert.Equal(ExitCode.Done, Dtao("what-if", "small.conf", "-s", "cohorts.herd.count=200", "--seeds", "6", "--metric", "bought-tao:final", "--metric", "trades:final>=1"));
        Assert.Matches(@"^bought-tao-final: \+[0-9.]+ \[\+[0-9.]+, \+[0-9.]+\] TAO over 6 pairs, [0-9.]+ TAO without and [0-9.]+ TAO with: beyond chance\.\n  each pair  \|", Out);
        Assert.Matches(@"\nbought-tao-final .* \* +6 ", Out);
        Assert.Matches(@"\ntrades-final-from-1 +100\.0 %", Out);
        var page = File.ReadAllText(Path.Combine(Directory.GetDirectories("sweeps").Single(), WhatIfPage.File));
        Assert.Contains("What if cohorts.herd.count=200?", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_of_few_pairs_that_they_are_too_few()
    {
        Dtao("what-if", "small.conf", "-s", "cohorts.herd.count=200", "--seeds", "2", "--metric", "bought-tao:final");
        Assert.EndsWith("too few pairs to tell.", Out.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_several_settings_at_once_and_sets_others_in_both_runs_of_a_pair()
    {
        Assert.Equal(ExitCode.Done, Dtao("what-if", "-c", "small.conf", "-s", "cohorts.herd.count=40", "-s", "cohorts.herd.wealth=20 tao", "--both", "run.duration=20 blocks", "--seeds", "2", "--metric", "trades:20 blocks", "--name", "mine", "--json"));
        Assert.Equal("What if cohorts.herd.count=40, cohorts.herd.wealth=20 tao?", Json().GetProperty("question").GetString());
        Assert.Equal(2, Json().GetProperty("metrics")[0].GetProperty("by_pair").GetArrayLength());
        Assert.True(File.Exists("sweeps/mine/sweep.db"));
        Assert.Equal(ExitCode.Done, Dtao("status", "sweeps/mine"));
        Assert.Contains("4 of 4 runs done", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_in_json_with_every_pair()
    {
        Assert.Equal(ExitCode.Done, Dtao("what-if", "small.conf", "-s", "cohorts.herd.count=200", "--seeds", "2", "--metric", "bought-tao:final", "--metric", "pump-multiple", "--json"));
        var (answer, metric) = (Json(), Json().GetProperty("metrics")[0]);
        Assert.Equal((2, 0), (answer.GetProperty("pairs").GetInt32(), answer.GetProperty("same").GetInt32()));
        Assert.Equal(("bought-tao-final", "tao"), (metric.GetProperty("metric").GetString(), metric.GetProperty("unit").GetString()));
        Assert.All(metric.GetProperty("by_pair").EnumerateArray(), pair => Assert.True(pair.GetProperty("with").GetDouble() > pair.GetProperty("without").GetDouble()));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("metrics")[1].GetProperty("difference").GetProperty("middle").ValueKind); // nobody was taken over
        Assert.True(File.Exists(answer.GetProperty("page").GetString()));
    }

    [Fact]
    public void Asked_again_runs_nothing_anew_and_says_the_same()
    {
        string[] asked = ["what-if", "small.conf", "-s", "cohorts.herd.count=30", "--seeds", "2"];
        Dtao(asked);
        var first = Out;
        Assert.Equal(ExitCode.Done, Dtao([.. asked, "-j", "2"]));
        Assert.Equal(first, Out);
        Assert.StartsWith("Nothing was run: all of it is in ", Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Asked_something_else_goes_to_another_folder()
    {
        Dtao("what-if", "small.conf", "-s", "cohorts.herd.count=30", "--seeds", "2");
        Dtao("what-if", "small.conf", "-s", "cohorts.herd.count=31", "--seeds", "2");
        Assert.Equal(2, Directory.GetDirectories("sweeps").Length);
    }

    [Fact]
    public void With_a_dry_run_says_what_it_would_take_and_keeps_nothing()
    {
        var before = Everything();
        Assert.Equal(ExitCode.Done, Dtao("what-if", "small.conf", "-s", "cohorts.herd.count=30", "--seeds", "5", "-n"));
        Assert.StartsWith("2 points, 5 replicates: 10 runs.", Out, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void Of_settings_that_are_wrong_is_a_config_error_and_nothing_is_run()
    {
        var before = Everything();
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("what-if", "small.conf", "-s", "cohorts.herd.cuont=200"));
        Assert.Contains("did you mean \"count\"?", Err, StringComparison.Ordinal);
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("what-if", "small.conf", "-s", "cohorts.herd.wealth=5", "--json"));
        Assert.Equal(3, Json().GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("what-if", "nowhere.conf", "-s", "a.b=1"));
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("what-if", "small.conf", "-s", "cohorts.herd.count=200", "--metric", "price-sum:1 days"));
        Assert.Contains("is taken 7200 blocks after genesis, and runs last 100", Err, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    [Theory]
    [InlineData("what-if small.conf", "Say what is to differ: -s key=value.")]
    [InlineData("what-if -s a.b=1", "Name a run file")]
    [InlineData("what-if small.conf -c small.conf -s a.b=1", "There are two run files")]
    [InlineData("what-if small.conf -s a.b", "write -s key=value")]
    [InlineData("what-if small.conf -s a.b=1 --seeds 1", "--seeds must be from 2")]
    [InlineData("what-if small.conf -s a.b=1 -j 0", "-j must be")]
    [InlineData("what-if small.conf -s a.b=1 --metric pump-multipel", "--metric pump-multipel is no metric: did you mean \"pump-multiple\"?")]
    [InlineData("what-if small.conf -s cohorts.herd.count=30 --name ../x", "A name is 1 to 64")]
    public void That_means_nothing_is_a_usage_error(string line, string message)
    {
        Assert.Equal(ExitCode.Usage, Dtao(line.Split(' ')));
        Assert.Contains(message, Err, StringComparison.Ordinal);
    }

    [BrowserFact]
    public void Makes_a_page_that_says_nothing_on_the_console_and_asks_for_nothing()
    {
        Dtao("what-if", "small.conf", "-s", "cohorts.herd.count=200", "--seeds", "2", "--name", "mine");
        var (console, requests) = Browser.Open($"sweeps/mine/{WhatIfPage.File}");
        Assert.Empty(console);
        Assert.Empty(requests);
    }
}
