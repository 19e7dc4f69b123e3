using Dtao.Records.Reading;

namespace Dtao.Cli.Tests;

/// <summary>What <c>dtao new</c> writes works as it is, and writes over nothing.</summary>
public sealed class New : CliSpec
{
    [Fact]
    public void run_is_a_commented_file_that_passes_and_runs()
    {
        Assert.Equal(ExitCode.Done, Dtao("new", "run", "first"));
        Assert.Equal("./first.conf\nNext: dtao run first.conf\n", Out);
        Assert.Equal(ExitCode.Done, Dtao("check", "first.conf"));
        Assert.Contains("my-followers: 20 x momentum", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("run", "first.conf", "-s", "run.duration=30 blocks"));
        Assert.Equal(ExitCode.NotReproduced, Dtao("config", "diff", "launch", "first.conf"));
        Assert.All(File.ReadLines("first.conf").Where(line => line.StartsWith("#   dtao ", StringComparison.Ordinal)), line => Assert.Contains("first", line, StringComparison.Ordinal));
    }

    /// <summary>Takes the compiler itself, as its user would.</summary>
    [Fact]
    public void strategy_is_a_project_that_builds_and_a_run_that_uses_it()
    {
        Assert.Equal(ExitCode.Done, Dtao("new", "strategy", "dip-buyer"));
        var next = Out.Split('\n').Where(line => line.StartsWith("Next: ", StringComparison.Ordinal)).Select(line => line["Next: ".Length..]).ToArray();
        Assert.Equal("dotnet build -c Release dip-buyer", next[0]);
        Dotnet.Run(Here, next[0].Split(' ')[1..]);
        var run = next[1].Split(' ')[1..];
        Assert.Equal(ExitCode.Done, Dtao([.. run, "-s", "run.duration=1 hour", "-s", "strategies.dip-buyer.pause=5 minutes"]));
        Assert.Equal("dip-buyer.dll", Assert.Single(RunReader.Open("runs/dip-buyer").Manifest()!.Identity.Strategies).Name);
        Assert.Equal(ExitCode.Done, Dtao("replay", "runs/dip-buyer", "--verify", "--strategies", "dip-buyer/bin/Release/dip-buyer.dll"));
        Assert.Equal(ExitCode.Done, Dtao("explain", "strategies.dip-buyer.share", "dip-buyer/dip-buyer.conf", "--strategies", "dip-buyer/bin/Release/dip-buyer.dll"));
        Assert.Contains("fraction, 0 to 1, may be a draw", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void writes_over_nothing()
    {
        Write("first.conf", "precious");
        Assert.Equal(ExitCode.Refused, Dtao("new", "run", "first"));
        Assert.Equal("./first.conf is there already and stays as it is. Nothing was written.\n", Err);
        Assert.Equal("precious", File.ReadAllText("first.conf"));
        Directory.CreateDirectory("dip-buyer");
        Write("dip-buyer/dip-buyer.conf", "precious");
        Assert.Equal(ExitCode.Refused, Dtao("new", "strategy", "dip-buyer"));
        Assert.Equal(["dip-buyer.conf"], Directory.GetFiles("dip-buyer").Select(Path.GetFileName));
        File.CreateSymbolicLink("second.conf", Path.Combine(Here, "nowhere"));
        Assert.Equal(ExitCode.Refused, Dtao("new", "run", "second"));
        Directory.CreateSymbolicLink("sly", Path.Combine(Here, ".."));
        Assert.Equal(ExitCode.Refused, Dtao("new", "strategy", "sly"));
        Assert.False(File.Exists("nowhere"));
    }

    [Theory]
    [InlineData("run", "../first")]
    [InlineData("run", "a/b")]
    [InlineData("run", "")]
    [InlineData("run", ".hidden")]
    [InlineData("strategy", "../dip")]
    [InlineData("strategy", "Dip-Buyer")]
    [InlineData("strategy", "dip--buyer")]
    [InlineData("strategy", "x-dip")]
    [InlineData("strategy", "momentum")]
    [InlineData("strategy", "")]
    public void needs_a_name_that_can_be_one(string what, string name)
    {
        var before = Everything();
        Assert.Equal(ExitCode.Usage, Dtao("new", what, name));
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void writes_below_out_and_with_dry_run_nothing()
    {
        var before = Everything();
        Assert.Equal(ExitCode.Done, Dtao("new", "run", "first", "-n", "--json"));
        Assert.Equal("./first.conf", Json().GetProperty("files")[0].GetString());
        Assert.Equal(before, Everything());
        Assert.Equal(ExitCode.Done, Dtao("new", "run", "first", "-o", "deep/er"));
        Assert.True(File.Exists("deep/er/first.conf"));
        Assert.Equal(ExitCode.Done, Dtao("check", "deep/er/first.conf"));
    }
}
