using System.Text.RegularExpressions;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Speculators;
using Microsoft.Data.Sqlite;

namespace Dtao.Cli.Tests.Readme;

/// <summary>What the README shows is run, in the order in which it is shown.</summary>
public sealed class The_readme : CliSpec
{
    private const string Subnets = """
        netuid,tau_in,alpha_in,alpha_out,moving_price
        0,5700000,0,0,
        1,20000,1000000,1000000,0.02
        4,30000.5,900000,1200000,0.031
        """;

    [Fact]
    public void shows_commands_that_work_in_the_order_in_which_they_stand()
    {
        Write("mine.conf", Blocks.In("hocon").First());
        Write("herds.conf", Blocks.In("hocon").Single(block => block.StartsWith("# herds.conf", StringComparison.Ordinal)));
        Write("subnets.csv", Subnets);
        var commands = Blocks.Commands("dtao", "dotnet build").ToArray();
        Assert.NotEmpty(commands);
        Assert.All(commands, Run);
        Assert.All(Blocks.Commands("sqlite3"), Query);
    }

    [Fact]
    public void shows_what_a_run_leaves()
    {
        Dtao("run", "short.conf", "--name", "mine");
        var shown = Blocks.In("").Single(block => block.StartsWith("runs/mine/\n", StringComparison.Ordinal));
        Assert.All(Directory.GetFiles("runs/mine"), file => Assert.Contains("  " + Path.GetFileName(file), shown, StringComparison.Ordinal));
    }

    [Fact]
    public void shows_how_to_build_and_test()
    {
        var commands = Blocks.Commands("dotnet").ToArray();
        Assert.Contains("dotnet run -c Release --project src/Dtao.Cli -- demo", commands);
        Assert.Contains("dotnet test -c Release", commands);
        Assert.True(File.Exists(Repository.PathOf("src/Dtao.Cli/Dtao.Cli.csproj")));
    }

    [Fact]
    public void tells_the_demo_as_it_is()
    {
        Dtao("check", "demo", "--json");
        Assert.Contains($"{Json().GetProperty("subnets")} subnets, {Json().GetProperty("agents").GetInt32():n0} agents", Repository.Read("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void shows_a_strategy_that_compiles() =>
        Assert.Equal(Blocks.In("csharp").Single(), Repository.Read("tests/Dtao.Cli.Tests/Readme/BargainHunter.cs"));

    [Fact]
    public void shows_a_cohort_that_hunts_bargains()
    {
        Write("hunt.conf", Blocks.In("hocon").Single(block => block.Contains("bargain-hunter", StringComparison.Ordinal)));
        var catalogue = StrategyCatalogue.Of(typeof(StrategyCatalogue).Assembly, typeof(BargainHunter).Assembly);
        Assert.Equal(ExitCode.Done, Dtao(new RunParts { Strategies = catalogue }, "run", "hunt.conf", "-s", "run.duration=12 hours"));
        Assert.True(Count("runs/hunt/run.db", "SELECT count(*) FROM trades WHERE account IN (SELECT account FROM agents WHERE strategy = 'bargain-hunter')") > 50);
    }

    [Fact]
    public void names_folders_and_files_that_are_there()
    {
        var named = Regex.Matches(Repository.Read("README.md"), @"(?:`|\()((?:src|config|tests)/[\w./-]+)[`)]").Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(named);
        Assert.All(named, path => Assert.True(Path.Exists(Repository.PathOf(path)), path));
    }

    private void Run(string command)
    {
        var words = Regex.Matches(command, "'(?<word>[^']*)'|\"(?<word>[^\"]*)\"|(?<word>\\S+)").Select(word => word.Groups["word"].Value).ToArray();
        if (words[0] == "dotnet") Dotnet.Run(Here, words[1..]);
        else Assert.True(Expected(words) == Dtao(Shortened(words[1..])), $"{command}\n{Err}");
    }

    /// <summary>Of two files, or runs, that differ, that is what is told.</summary>
    private static ExitCode Expected(string[] words) => words is [_, "config", "diff", ..] or [_, "compare", ..] ? ExitCode.NotReproduced : ExitCode.Done;

    /// <summary>Two hours show what a week would.</summary>
    private static string[] Shortened(string[] arguments) => arguments switch
    {
        ["run" or "demo", ..] => [.. arguments, "-s", "run.duration=2 hours"],
        ["what-if", ..] => [.. arguments.Select(word => word == "16" ? "2" : word), "--both", "run.duration=2 hours"],
        _ => arguments,
    };

    private static void Query(string command)
    {
        var parts = Regex.Match(command, "^sqlite3 (?<file>\\S+) \"(?<sql>.*)\"$");
        Assert.True(parts.Success, command);
        Assert.True(Count(parts.Groups["file"].Value, $"SELECT count(*) FROM ({parts.Groups["sql"].Value})") > 1, command);
    }

    private static long Count(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
