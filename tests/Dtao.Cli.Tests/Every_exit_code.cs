using System.Text.Json;
using System.Text.RegularExpressions;
using Dtao.Agents.Settling;
using Dtao.Agents.Worlds;
using Dtao.Protocol.Ledgers;
using Dtao.Records.Folders;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Cli.Tests;

public sealed class Every_exit_code : CliSpec
{
    private static readonly RunParts WithFaulty = new() { Strategies = StrategyCatalogue.Of(typeof(StrategyCatalogue).Assembly, typeof(Every_exit_code).Assembly) };

    [Fact]
    public void Zero_is_done() => Assert.Equal(0, (int)Dtao("run", "short.conf"));

    [Fact]
    public void One_is_a_fault_of_the_program()
    {
        Assert.Equal(1, (int)Dtao(WithFaulty, "run", "short.conf", "-s", "cohorts.odd={role=speculator,strategy=unborn,count=1,wealth=1 tao}"));
        Assert.StartsWith("Internal error: ", Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("frobnicate")]
    [InlineData("run short.conf extra")]
    [InlineData("run --frobnicate")]
    [InlineData("check --frobnicate")]
    [InlineData("demo --frobnicate")]
    [InlineData("run short.conf --seed one")]
    [InlineData("run short.conf --seed -1")]
    [InlineData("run short.conf --seeds 4..1")]
    [InlineData("run short.conf --seeds 1..2 -j 0")]
    [InlineData("run short.conf --seeds 1..2 --seed 4")]
    [InlineData("run short.conf --seeds 1..2 -s run.seed=4")]
    [InlineData("run short.conf --set")]
    [InlineData("strategies nonesuch")]
    [InlineData("replay")]
    [InlineData("replay nowhere")]
    [InlineData("why nowhere e1")]
    [InlineData("why nowhere")]
    [InlineData("log nowhere")]
    [InlineData("log")]
    [InlineData("bench")]
    [InlineData("bench wakes --agents 0")]
    [InlineData("bench wakes --engine steam")]
    public void Two_is_a_command_line_that_means_nothing(string line)
    {
        Assert.Equal(2, (int)Dtao(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.NotEqual("", Err);
        Assert.Equal("", Out);
    }

    [Theory]
    [InlineData("--seed one", "--seed one: write a whole number from 0 to 18446744073709551615.")]
    [InlineData("--jobs many", "--jobs many: write a whole number that is not so large.")]
    public void Two_is_a_number_that_is_none(string option, string answer)
    {
        Assert.Equal(2, (int)Dtao(["run", "short.conf", .. option.Split(' ')]));
        Assert.Equal(answer + "\nTry dtao --help.\n", Err);
    }

    [Theory]
    [InlineData("wakes --agents 10000001", "--agents and --blocks must be from 1 to 10,000,000, --runs from 1 to 100.")]
    [InlineData("wakes --runs 0", "--agents and --blocks must be from 1 to 10,000,000, --runs from 1 to 100.")]
    [InlineData("epoch --epochs 1000001", "--epochs must be from 1 to 1,000,000, --runs from 1 to 100.")]
    public void Two_is_a_benchmark_beyond_its_bounds(string line, string answer)
    {
        Assert.Equal(2, (int)Dtao(["bench", .. line.Split(' ')]));
        Assert.StartsWith(answer, Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Two_is_a_setting_that_sets_nothing(string setting)
    {
        Assert.Equal(2, (int)Dtao("run", "short.conf", "-s", setting));
        Assert.Equal("-s is empty: write -s key=value.\nTry dtao --help.\n", Err);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    public void Two_is_a_choice_of_two_run_files(string verb)
    {
        Assert.Equal(2, (int)Dtao(verb, "short.conf", "-c", "long.conf"));
        Assert.Equal("There are two run files, short.conf and --config long.conf: name one.\n", Err);
        Assert.Equal(0, (int)Dtao(verb, "-c", "short.conf"));
    }

    [Fact]
    public void Two_is_an_empty_name_for_a_file() => Assert.Equal(2, (int)Dtao("run", ""));

    [Fact]
    public void Two_is_a_replay_of_what_has_not_ended_well()
    {
        Dtao("run", "short.conf");
        File.Delete("runs/short/OK");
        Assert.Equal(2, (int)Dtao("replay", "runs/short"));
        Assert.Contains("PARTIAL", Err, StringComparison.Ordinal);
        Write("runs/short/FAILED", "for a reason\n");
        Assert.Equal(2, (int)Dtao("replay", "runs/short"));
        Assert.Contains("FAILED", Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run.sed = 1")]
    [InlineData("run { ")]
    [InlineData("include required(\"nowhere.conf\")")]
    [InlineData("cohorts.rich { role = speculator, strategy = noise, count = 10, wealth = 1000000 tao }")] // more than there is
    [InlineData("genesis { kind = snapshot, snapshot.path = nowhere.csv }")]
    public void Three_is_a_configuration_that_describes_no_run(string text)
    {
        Write("wrong.conf", text);
        Assert.Equal(3, (int)Dtao("run", "wrong.conf"));
        Assert.Equal(3, (int)Dtao("check", "wrong.conf"));
        Assert.False(Directory.Exists("runs"));
        Assert.Equal(3, (int)Dtao("run", "nowhere.conf"));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("some/where/strategies.conf")] // a file of that name is shipped, but this one was asked for
    public void Three_is_a_file_that_is_not_there_named_as_it_was(string file)
    {
        Assert.Equal(3, (int)Dtao("run", file));
        Assert.Equal($"{file} error: the file does not exist\n      look at its name; the shipped runs are {Shipped}\n1 error. Nothing was run.\n", Err);
        Assert.Equal(3, (int)Dtao("run", file, "--json"));
        var error = Json().GetProperty("error");
        Assert.Equal((file, JsonValueKind.Null), (error.GetProperty("file").GetString(), error.GetProperty("line").ValueKind));
    }

    [Fact]
    public void Four_is_an_ensemble_of_which_some_runs_failed()
    {
        Dtao("run", "short.conf", "--name", "short-s2");
        Assert.Equal(4, (int)Dtao("run", "short.conf", "--seeds", "1..3"));
        Assert.EndsWith("3 runs, 1 failed.\n", Out, StringComparison.Ordinal);
        Assert.True(File.Exists("runs/short-s3/OK"));
    }

    [Fact]
    public void Four_is_a_run_whose_strategy_failed()
    {
        Assert.Equal(4, (int)Dtao(WithFaulty, "run", "short.conf", "-s", "cohorts.odd={role=speculator,strategy=thrower,count=1,wealth=1 tao,first-wake=7 blocks}"));
        Assert.Equal("odd-0 (strategy thrower) threw InvalidOperationException: no idea in block 4920358\n", Err);
        Assert.True(File.Exists("runs/short/FAILED"));
    }

    [Fact]
    public void Six_is_a_replay_that_came_to_another_state()
    {
        Dtao("run", "short.conf");
        Write("runs/short/effective.conf", File.ReadAllText("runs/short/effective.conf").Replace("seed = 1", "seed = 2", StringComparison.Ordinal));
        Assert.Equal(6, (int)Dtao("replay", "runs/short", "--verify"));
        Assert.StartsWith("Not reproduced: recorded ", Out, StringComparison.Ordinal);
        Assert.Equal(0, (int)Dtao("replay", "runs/short"));
    }

    [Fact]
    public void Six_is_a_record_that_was_changed_after_the_run()
    {
        Dtao("run", "short.conf");
        var manifest = File.ReadAllText("runs/short/manifest.json");
        Write("runs/short/manifest.json", Regex.Replace(manifest, "\"state_hash_head\": \"[0-9a-f]+\"", "\"state_hash_head\": \"0000\""));
        Assert.Equal(6, (int)Dtao("replay", "runs/short", "--verify"));
        Assert.Contains("changed after the run", Err, StringComparison.Ordinal);
        Write("runs/short/manifest.json", "{");
        Assert.Equal(6, (int)Dtao("replay", "runs/short", "--verify"));
        File.Delete("runs/short/manifest.json");
        Assert.Equal(2, (int)Dtao("replay", "runs/short", "--verify"));
    }

    [Fact]
    public void Seven_is_a_place_where_nothing_can_be_written()
    {
        Write("file", "");
        Assert.Equal(7, (int)Dtao("run", "short.conf", "--out", "file"));
        Assert.Contains(Path.Combine(Here, "file", "short"), Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Eight_is_a_finished_run_that_would_be_lost()
    {
        Dtao("run", "short.conf");
        var manifest = File.ReadAllText("runs/short/manifest.json");
        Assert.Equal(8, (int)Dtao("run", "short.conf", "-s", "run.seed=2"));
        Assert.Contains("--force", Err, StringComparison.Ordinal);
        Assert.Equal(manifest, File.ReadAllText("runs/short/manifest.json"));
        Assert.Equal(0, (int)Dtao("run", "short.conf", "-s", "run.seed=2", "--force"));
        Assert.NotEqual(manifest, File.ReadAllText("runs/short/manifest.json"));
    }

    [Fact]
    public void Eight_is_a_folder_that_another_run_writes()
    {
        using var other = RunFolder.Create("runs", "short");
        Assert.Equal(8, (int)Dtao("run", "short.conf"));
    }

    [Fact]
    public void Eight_is_a_folder_that_is_no_runs()
    {
        Directory.CreateDirectory("runs/short");
        Write("runs/short/thesis.tex", "precious");
        Assert.Equal(8, (int)Dtao("run", "short.conf", "--force"));
        Assert.Equal(["thesis.tex"], Directory.GetFileSystemEntries("runs/short").Select(Path.GetFileName));
    }

    [Fact]
    public void A_hundred_and_thirty_is_a_run_that_was_told_to_stop()
    {
        Assert.Equal(130, (int)Dtao(new CancellationToken(canceled: true), "run", "short.conf"));
        Assert.Contains("runs/short is partial", Err, StringComparison.Ordinal);
        Assert.Equal(RunState.Partial, RunFolder.StateOf("runs/short"));
        Assert.Equal(0, (int)Dtao("run", "short.conf"));
    }

    [Fact]
    public void A_hundred_and_thirty_is_a_replay_that_was_told_to_stop()
    {
        Dtao("run", "short.conf");
        Assert.Equal(130, (int)Dtao(new CancellationToken(canceled: true), "replay", "runs/short", "--verify"));
    }

    [Fact]
    public void A_hundred_and_thirty_is_an_ensemble_that_was_told_to_stop_and_begins_no_run_more()
    {
        Dtao("run", "short.conf", "--name", "short-s3");
        Assert.Equal(130, (int)Dtao(new CancellationToken(canceled: true), "run", "short.conf", "--seeds", "1..5", "--force"));
        Assert.Equal(["runs/short-s3"], Directory.GetDirectories("runs"));
        Assert.Equal(RunState.Ok, RunFolder.StateOf("runs/short-s3"));
        Assert.Equal("Interrupted: 5 of 5 runs are missing. To have them:\n  dtao run short.conf --seeds 1..5 --force\n", Err);
    }

    [Fact]
    public void A_hundred_and_thirty_is_an_ensemble_that_says_how_to_have_the_runs_that_are_missing()
    {
        using var stop = new CancellationTokenSource();
        var runs = 0;
        var stopping = new RunParts { Economy = ledger => EconomyOf(ledger, isLast: ++runs == 2) };
        Assert.Equal(130, (int)Dtao(stop.Token, stopping, "run", "short.conf", "--seeds=1..4"));
        Assert.Equal("Interrupted: 3 of 4 runs are missing. To have them:\n  dtao run short.conf --seeds 2..4\n", Err);
        Assert.Equal(RunState.Partial, RunFolder.StateOf("runs/short-s2"));
        Assert.Equal(0, (int)Dtao("run", "short.conf", "--seeds", "2..4"));
        Assert.All(Enumerable.Range(1, 4), seed => Assert.Equal(RunState.Ok, RunFolder.StateOf($"runs/short-s{seed}")));

        ChainEconomy EconomyOf(Ledger ledger, bool isLast)
        {
            if (isLast) stop.Cancel();
            return new ChainEconomy(ledger);
        }
    }

    [Fact]
    public void Every_failure_has_its_code()
    {
        Assert.Equal(ExitCode.ConfigInvalid, ExitCodes.Of(new WorldImpossible("")));
        Assert.Equal(ExitCode.DiskFailed, ExitCodes.Of(new UnauthorizedAccessException()));
        Assert.Equal(ExitCode.DiskFailed, ExitCodes.Of(new IOException()));
        Assert.Equal(ExitCode.Usage, ExitCodes.Of(new RunFolderRefused("", FolderRefusal.BadName, "")));
        Assert.Equal(ExitCode.Refused, ExitCodes.Of(new RunFolderRefused("", FolderRefusal.IsLink, "")));
        Assert.Equal(ExitCode.Interrupted, ExitCodes.Of(new OperationCanceledException()));
        Assert.Equal(ExitCode.InternalError, ExitCodes.Of(new InvalidOperationException()));
    }

    [Strategy("thrower", Role.Speculator, Rule = "It throws.", Source = "a test")]
    public sealed class Thrower : IStrategy
    {
        public Intent Decide(Sight sight, Dice dice) => throw new InvalidOperationException("no idea");
    }

    [Strategy("unborn", Role.Speculator, Rule = "It cannot be made.", Source = "a test")]
    public sealed class Unborn : IStrategy
    {
        public Unborn() => throw new InvalidOperationException("never");

        public Intent Decide(Sight sight, Dice dice) => Intent.None;
    }

    /// <summary>The names of all run files beside the program, in their order.</summary>
    private static string Shipped =>
        string.Join(", ", Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "config", "runs"), "*.conf").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
}
