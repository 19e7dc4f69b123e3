using Dtao.Agents.Running;
using Dtao.Records.Reading;
using Dtao.Strategies.Catalogue;

namespace Dtao.Cli.Tests;

/// <summary><c>-v</c> on every verb that makes a world.</summary>
public sealed class A_verbose_command : CliSpec
{
    [Fact]
    public void says_on_stderr_what_is_run_from_which_files_and_where_it_ended()
    {
        Assert.Equal(ExitCode.Done, Dtao("run", "short.conf", "-v", "-s", "run.ordering=fifo", "--seed", "9"));
        var identity = RunReader.Open("runs/short").Manifest()!;
        Assert.Equal(
            [
                $"dtao {Build.Version}, commit {(Build.Commit is "" ? "unknown" : Build.Commit)}, {Build.Runtime}.",
                "Config, in the order read: ",
                $"Config hash {identity.Identity.ConfigHash}.",
                "Seed 9, blocks 4920352 to 4920381.",
                "64 subnets, 2403 agents, ",
                "Protocol: ",
                $"Run folder {Path.Combine(Here, "runs", "short")}.",
                $"State hash {identity.Progress.HashHead} after block 4920381.",
            ],
            Err.TrimEnd().Split('\n').Select(line => line[..Math.Min(line.Length, LengthOf(line))]));
        Assert.StartsWith("short: 30 blocks", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void names_files_and_settings_in_the_order_in_which_they_were_read()
    {
        Dtao("check", "short.conf", "-v", "-s", "run.ordering=fifo", "--seed", "9");
        var sources = Err.Split('\n')[1]["Config, in the order read: ".Length..].TrimEnd('.').Split(", ");
        Assert.Equal("reference.conf", sources[0]);
        Assert.Equal(["-s run.ordering=fifo", "-s run.seed=9"], sources[^2..]);
        Assert.True(Array.IndexOf(sources, "short.conf") is > 0 and var own && own < Array.IndexOf(sources, "runs/launch.conf"));
    }

    [Fact]
    public void counts_the_agents_of_each_role_and_names_every_rule()
    {
        Dtao("check", "short.conf", "-v", "-s", "protocol.staking-fee=0.25 tao");
        var counts = Err.Split('\n')[4].TrimEnd('.').Split(", ").Skip(2).Select(role => role.Split(" in role ")).ToDictionary(role => role[1], role => int.Parse(role[0], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Assert.Equal(2403, counts.Values.Sum());
        Assert.Contains("speculator", counts.Keys);
        Assert.Contains("validator", counts.Keys);
        Assert.Contains("staking-fee 0.25 tao, ", Err.Split('\n')[5], StringComparison.Ordinal);
    }

    [Fact]
    public void leaves_the_data_as_they_are()
    {
        Dtao("check", "short.conf", "--json");
        var (quiet, none) = (Out, Err);
        Dtao("check", "short.conf", "--json", "-v");
        Assert.Equal(quiet, Out);
        Assert.Equal("", none);
        Assert.NotEqual("", Err);
    }

    [Fact]
    public void tells_the_same_of_demo_and_replay()
    {
        Assert.Equal(ExitCode.Done, Dtao("demo", "-v", "-s", "run.duration=5 blocks"));
        Assert.Matches("(?s)^dtao .*\nRun folder .*\nState hash [0-9a-f]+ after block 4920356\\.\n$", Err);
        var ended = Err.Split('\n')[^2];
        Assert.Equal(ExitCode.Done, Dtao("replay", "runs/demo", "-v"));
        Assert.Equal(ended, Err.Split('\n')[^2]);
    }

    [Fact]
    public void names_the_files_of_a_configuration_that_is_wrong()
    {
        Write("wrong.conf", "run.sed = 1");
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("run", "wrong.conf", "--verbose"));
        Assert.Contains(", wrong.conf.\n", Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unborn", ExitCode.InternalError, "Every_exit_code.Unborn..ctor")]
    [InlineData("thrower", ExitCode.SomeRunsFailed, "Every_exit_code.Thrower.Decide")]
    public void says_where_a_failure_came_from_which_a_terse_one_does_not(string strategy, ExitCode code, string place)
    {
        var parts = new RunParts { Strategies = StrategyCatalogue.Of(typeof(StrategyCatalogue).Assembly, typeof(Every_exit_code).Assembly) };
        string[] line = ["run", "short.conf", "-s", $"cohorts.odd={{role=speculator,strategy={strategy},count=1,wealth=1 tao,first-wake=7 blocks}}"];
        Assert.Equal(code, Dtao(parts, line));
        Assert.DoesNotContain(place, Err, StringComparison.Ordinal);
        Assert.Equal(code, Dtao(parts, [.. line, "-v", "--force"]));
        Assert.Contains($" at Dtao.Cli.Tests.{place}", Err, StringComparison.Ordinal);
    }

    /// <summary>Lines whose rest other tests read are cut behind their first words.</summary>
    private static int LengthOf(string line) => line switch
    {
        _ when line.StartsWith("Config, ", StringComparison.Ordinal) => "Config, in the order read: ".Length,
        _ when line.StartsWith("64 subnets", StringComparison.Ordinal) => "64 subnets, 2403 agents, ".Length,
        _ when line.StartsWith("Protocol", StringComparison.Ordinal) => "Protocol: ".Length,
        _ => line.Length,
    };
}
