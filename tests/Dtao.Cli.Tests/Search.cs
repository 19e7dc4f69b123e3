namespace Dtao.Cli.Tests;

public sealed class Search : CliSpec
{
    private const string Plan = """
        base = short.conf
        seeds = "3..4"
        record = some.conf
        targets = [12, 13]
        candidates = 3
        seed = 1
        set {
          "cohorts.noise.knobs.from-root" = { uniform = [1%, 5%] }
          "cohorts.herd.count" = { uniform = [5, 50] }
          "cohorts.farmers.wealth" = { draw = { uniform = [20 tao, 150 tao] }, as = "{ pareto = [1.2, @] }" }
        }
        """;

    /// <summary>The base ends before more than ten hold anything: whatever is drawn here misses by less.</summary>
    private static readonly string Longer = Plan.Replace("set {", "set {\n  \"run.duration\" = { uniform = [1500 blocks, 1600 blocks] }", StringComparison.Ordinal);

    public Search()
    {
        Write("some.conf", """
            title = some
            chain { netuid = 28, start-block = 4920351, announcement-block = 5005717 }
            targets {
              12 { title = sum, kind = counted, confidence = high, source = somebody, figures.share { measure = top-10-holders, real = "63 %", at-least = 0, at-most = 100% } }
              13 { title = more, kind = counted, confidence = high, source = somebody, figures.share { measure = top-10-holders, real = "1 %", at-most = 1% } }
              20 { title = other, kind = counted, confidence = high, source = somebody, figures.share { measure = top-10-holders, real = "1 %", at-most = 1% } }
            }
            """);
        Write("few.conf", Plan);
    }

    [Fact]
    public void scores_every_candidate_and_prints_the_best_with_settings_to_paste()
    {
        Write("few.conf", Longer);
        Assert.Equal(ExitCode.Done, Dtao("search", "few.conf"));
        Assert.Equal(4, Err.Split('\n').Count(line => line.StartsWith("candidate ", StringComparison.Ordinal)));
        Assert.Matches("(?m)^[0123] +1 of 2 +[0-9.]+", Out);
        Assert.Matches(@"(?m)^4 tried\. The best is [123]:\nrun\.duration = \d+ blocks\ncohorts\.noise\.knobs\.from-root = 0\.0\d+\ncohorts\.herd\.count = \d+\ncohorts\.farmers\.wealth = \{ pareto = \[1\.2, [\d.]+ tao\] \}\n\z", Out);
        Assert.Equal(["search.csv"], Directory.GetFileSystemEntries("runs/search-few").Select(Path.GetFileName));
    }

    [Fact]
    public void tries_the_base_as_it_stands_too_so_that_it_says_so_where_no_candidate_is_better()
    {
        Write("few.conf", Plan[..Plan.IndexOf("set {", StringComparison.Ordinal)].Replace("= 3", "= 1", StringComparison.Ordinal) + "set { \"run.strategy-time-limit-seconds\" = { uniform = [9, 11] } }");
        Assert.Equal(ExitCode.Done, Dtao("search", "few.conf"));
        Assert.EndsWith("2 tried. The best is 0, the base as it stands.\n", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void lets_other_seeds_decide_between_the_best()
    {
        Write("few.conf", Longer.Replace("seed = 1\n", "seed = 1\nfinals { best = 2, seeds = \"7..8\" }\n", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, Dtao("search", "few.conf", "--json"));
        var best = Numbers("best");
        Assert.Equal(best[..2].Order(), Numbers("finals").Order());
        var finals = File.ReadAllLines("runs/search-few/finals.csv");
        Assert.Equal(3, finals.Length);
        Dtao("search", "few.conf"); // Nothing is left to run.
        Assert.Equal("", Err);
        Assert.Matches(@$"under seeds that none was chosen for:\n.*\n{Numbered(finals)} ", Out);
        Assert.Equal(finals, File.ReadAllLines("runs/search-few/finals.csv"));

        int[] Numbers(string of) => [.. Json().GetProperty(of).EnumerateArray().Select(row => row.GetProperty("candidate").GetInt32())];
        static string Numbered(string[] rows) => $"({string.Join('|', rows.Skip(1).Select(row => row.Split(',')[0]))})";
    }

    [Fact]
    public void prints_settings_that_a_run_file_takes()
    {
        Write("few.conf", Longer);
        Dtao("search", "few.conf", "-q");
        Write("best.conf", "include \"short.conf\"\n" + Out[(Out.IndexOf("is ", StringComparison.Ordinal) + 6)..]);
        Assert.Equal(ExitCode.Done, Dtao("check", "best.conf"));
    }

    [Fact]
    public void gives_the_same_whatever_the_jobs()
    {
        Assert.Equal(ExitCode.Done, Dtao("search", "few.conf", "--name", "one"));
        Assert.Equal(ExitCode.Done, Dtao("search", "few.conf", "--name", "two", "-j", "3"));
        Assert.Equal(File.ReadAllText("runs/one/search.csv"), File.ReadAllText("runs/two/search.csv"));
    }

    [Fact]
    public void draws_others_from_another_seed()
    {
        Dtao("search", "few.conf", "--name", "one");
        Write("other.conf", Plan.Replace("seed = 1", "seed = 2", StringComparison.Ordinal));
        Dtao("search", "other.conf", "--name", "two");
        Assert.NotEqual(File.ReadAllText("runs/one/search.csv"), File.ReadAllText("runs/two/search.csv"));
    }

    [Fact]
    public void goes_on_where_it_stopped()
    {
        Dtao("search", "few.conf");
        var whole = File.ReadAllLines("runs/search-few/search.csv");
        File.WriteAllLines("runs/search-few/search.csv", [whole[0], whole[3]]);
        Assert.Equal(ExitCode.Done, Dtao("search", "few.conf"));
        Assert.Equal(["0", "1", "3"], Err.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', ':')[1]));
        Assert.Equal(whole, File.ReadAllLines("runs/search-few/search.csv"));
    }

    [Fact]
    public void asked_for_more_candidates_keeps_those_it_has()
    {
        Dtao("search", "few.conf");
        Write("few.conf", Plan.Replace("candidates = 3", "candidates = 4", StringComparison.Ordinal));
        Dtao("search", "few.conf");
        Assert.StartsWith("candidate 4: ", Assert.Single(Err.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"3..4\"", "\"5..6\"")]
    [InlineData("targets = [12, 13]", "targets = [12]")]
    [InlineData("[1%, 5%]", "[1%, 6%]")]
    public void refuses_results_of_another_plan(string before, string after)
    {
        Dtao("search", "few.conf");
        Write("few.conf", Plan.Replace(before, after, StringComparison.Ordinal));
        Assert.Equal(ExitCode.Refused, Dtao("search", "few.conf"));
        Assert.Contains("was written by another search", Err, StringComparison.Ordinal);
    }

    [Fact]
    public void interrupted_says_how_to_go_on()
    {
        Assert.Equal(ExitCode.Interrupted, Dtao(new CancellationToken(canceled: true), "search", "few.conf"));
        Assert.Contains("Interrupted: 0 of 4 are in", Err, StringComparison.Ordinal);
        Assert.Contains("To go on: dtao search few.conf", Err, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("search", "few.conf"));
    }

    [Fact]
    public void keeps_run_folders_if_asked()
    {
        Dtao("search", "few.conf", "--keep");
        Assert.Equal(8, Directory.GetFiles("runs/search-few", "OK", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void says_as_json_which_are_best()
    {
        Assert.Equal(ExitCode.Done, Dtao("search", "few.conf", "--json"));
        Assert.Equal((4, 4), (Json().GetProperty("scored").GetInt32(), Json().GetProperty("best").GetArrayLength()));
        Assert.Equal("", Err);
    }

    [Theory]
    [InlineData("targets = [12, 13]", "targets = [12, 5]", "few.conf:4:16", "targets[1]")] // The episode's own targets are not to be fitted.
    [InlineData("\"3..4\"", "\"4..3\"", "few.conf:2:9", "seeds is no range")]
    [InlineData("candidates = 3", "candidates = 0", "few.conf:5:14", "candidates is 0")]
    [InlineData("candidates = 3", "candidate = 3", "few.conf:5:1", "candidate")]
    [InlineData("seed = 1", "seed = 1\nfinals { best = 2, seeds = \"8..7\" }", "few.conf:7:28", "is no range of seeds")]
    [InlineData("{ uniform = [1%, 5%] }", "{ uniform = [5%, 1%] }", "few.conf:8:", "larger")]
    [InlineData("1.2, @", "1.2, 3", "few.conf:10:", "no place for the value")]
    public void tells_what_is_wrong_with_a_file_and_where(string before, string after, string place, string error)
    {
        Write("few.conf", Plan.Replace(before, after, StringComparison.Ordinal));
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("search", "few.conf"));
        Assert.Contains(place, Err, StringComparison.Ordinal);
        Assert.Contains(error, Err, StringComparison.Ordinal);
    }

    [Fact]
    public void finds_a_setting_that_no_run_takes_before_it_runs_anything()
    {
        Write("few.conf", Plan.Replace("knobs.from-root", "knobs.form-root", StringComparison.Ordinal));
        Assert.Equal(ExitCode.ConfigInvalid, Dtao("search", "few.conf"));
        Assert.StartsWith("few.conf:8:", Err, StringComparison.Ordinal);
        Assert.False(Directory.Exists("runs"));
    }

    [Theory]
    [InlineData(ExitCode.Usage, "search")]
    [InlineData(ExitCode.Usage, "search", "few.conf", "-j", "0")]
    [InlineData(ExitCode.Usage, "search", "few.conf", "--name", "..")]
    [InlineData(ExitCode.ConfigInvalid, "search", "none.conf")]
    public void refuses_what_it_cannot_do(ExitCode expected, params string[] arguments)
    {
        Assert.Equal(expected, Dtao(arguments));
        Assert.NotEqual("", Err);
    }
}
