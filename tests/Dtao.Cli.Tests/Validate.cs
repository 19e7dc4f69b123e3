using Microsoft.Data.Sqlite;

namespace Dtao.Cli.Tests;

public sealed class Validate : CliSpec
{
    private const string Targets = """
        title = some
        chain { netuid = 28, start-block = 4920351, announcement-block = 5005717 }
        targets {
          1 { title = pump, kind = counted, confidence = high, source = PANEL, figures.multiple { measure = pump-multiple, real = "x4.97", at-least = 3, at-most = 8 } }
          34 { title = holders, kind = counted, confidence = low, source = somebody, figures.share { measure = top-10-holders, real = "63 %", at-least = 0, at-most = 100% } }
          35 { title = spread, kind = input, confidence = low, source = somebody, figures.share { measure = none, real = "85 %", why = given } }
          38 { title = halving, kind = arithmetic, confidence = high, source = issuance, figures.day { measure = halving-day, real = "304", at-least = 0, at-most = 1 } }
          39 { title = late, kind = counted, confidence = high, source = PANEL, figures.sd { measure = price-sum-daily-sd, real = "4.6 %", at-most = 8%, days = 30 } }
        }
        """;

    public Validate()
    {
        Write("some.conf", Targets);
        Dtao("run", "short.conf", "--seeds", "3..5");
    }

    [Fact]
    public void prints_a_row_a_figure_with_its_verdict_and_the_totals()
    {
        Assert.Equal(ExitCode.Done, Dtao("validate", "runs/short-s3", "--targets", "some.conf"));
        Assert.Matches("(?m)^1 +pump +multiple +x4.97 +x3.00 to x8.00 +not measurable: no subnet was taken over +not measurable", Out);
        Assert.Matches("(?m)^34 +holders .* holds +HOLDS", Out);
        Assert.Matches("(?m)^35 +spread .* input", Out);
        Assert.Matches("(?m)^38 +halving .* differs +arithmetic", Out);
        Assert.Matches("(?m)^39 +late .* not measurable: not on 0 days: needs 30 +not measurable", Out);
        Assert.Contains("Counted and measurable: 1. Held: 1 (0 of them in part", Out, StringComparison.Ordinal);
        Assert.EndsWith("At least 5 of targets 1 to 7 hold together in 0 of 1 runs (0 %).\n", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void calls_a_miss_a_miss()
    {
        Write("hard.conf", Targets.Replace("at-least = 0, at-most = 100%", "at-least = 200%", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, Dtao("validate", "runs/short-s3", "--targets", "hard.conf"));
        Assert.Matches("(?m)^34 +holders .* misses +MISSES", Out);
    }

    [Fact]
    public void takes_an_ensemble_by_its_name_and_gives_the_same_whatever_the_jobs()
    {
        Assert.Equal(ExitCode.Done, Dtao("validate", "runs/short", "--targets", "some.conf"));
        var one = Out;
        Assert.Contains("\n3 run(s) of 0 days", one, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("validate", "runs/short-s3", "runs/short-s4", "runs/short-s5", "-j", "2", "--targets", "some.conf"));
        Assert.Equal(one, Out);
    }

    [Fact]
    public void says_as_json_what_every_run_gave()
    {
        Assert.Equal(ExitCode.Done, Dtao("validate", "runs/short", "--targets", "some.conf", "--json"));
        Assert.Equal((3, 1, 1), (Json().GetProperty("runs").GetInt32(), Json().GetProperty("counted").GetInt32(), Json().GetProperty("held").GetInt32()));
        var holders = Json().GetProperty("targets").EnumerateArray().Single(target => target.GetProperty("number").GetInt32() == 34);
        Assert.Equal("holds", holders.GetProperty("verdict").GetString());
        Assert.Equal(3, holders.GetProperty("figures")[0].GetProperty("by_run").GetArrayLength());
    }

    [Fact]
    public void measures_by_the_shipped_targets_where_none_are_named()
    {
        Assert.Equal(ExitCode.Done, Dtao("validate", "runs/short-s3", "--control", "runs/short-s4", "--json"));
        Assert.Equal(39, Json().GetProperty("targets").GetArrayLength());
    }

    [Fact]
    public void refuses_a_control_in_which_the_foundation_acted()
    {
        Ask("runs/short-s4", "INSERT INTO postings SELECT 4920361, account, 28, 'PayForHolding', 1, 'e900001', NULL, 'e900001' FROM agents WHERE role = 'owner' LIMIT 1");
        Assert.Equal(ExitCode.Done, Dtao("validate", "runs/short-s3", "--control", "runs/short-s4", "--targets", "some.conf"));
        Ask("runs/short-s4", "INSERT INTO postings SELECT 4920371, account, 28, 'PayForSelling', 1, 'e900002', NULL, 'e900002' FROM agents WHERE role = 'foundation'");
        Assert.Equal(ExitCode.Usage, Dtao("validate", "runs/short-s3", "--control", "runs/short-s4", "--targets", "some.conf"));
        Assert.Equal("short-s4 is no control: the foundation acted in it.\n", Err);
    }

    [Fact]
    public void finds_the_episode_in_what_was_posted()
    {
        Ask("runs/short-s4", "INSERT INTO postings SELECT 4920361, account, 28, 'PayForHolding', 1, 'e900001', NULL, 'e900001' FROM agents WHERE role = 'owner' LIMIT 1");
        Assert.Equal(ExitCode.Done, Dtao("validate", "runs/short-s4", "--targets", "some.conf"));
        Assert.Matches(@"(?m)^1 +pump +multiple +x4.97 +x3.00 to x8.00 +x1\.\d\d +misses +MISSES", Out);
    }

    [Fact]
    public void leaves_out_what_is_not_finished_and_says_so()
    {
        File.Delete("runs/short-s4/OK");
        Assert.Equal(ExitCode.SomeRunsFailed, Dtao("validate", "runs/short", "--targets", "some.conf"));
        Assert.Equal($"{Path.Combine("runs", "short-s4")} is not finished and was left out.\n", Err);
        Assert.Contains("\n2 run(s)", Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.Usage, "validate")]
    [InlineData(ExitCode.Usage, "validate", "runs/none")]
    [InlineData(ExitCode.Usage, "validate", "runs/short", "-j", "0")]
    [InlineData(ExitCode.Usage, "validate", "--record", "nowhere")]
    [InlineData(ExitCode.Usage, "validate", "--record", "runs")]
    [InlineData(ExitCode.ConfigInvalid, "validate", "runs/short", "--targets", "none.conf")]
    [InlineData(ExitCode.ConfigInvalid, "validate", "runs/short", "--targets", "short.conf")]
    public void refuses_what_it_cannot_measure(ExitCode expected, params string[] arguments)
    {
        Assert.Equal(expected, Dtao(arguments));
        Assert.Equal("", Out);
        Assert.NotEqual("", Err);
    }

    [Fact]
    public void writes_nothing()
    {
        var before = Everything();
        Dtao("validate", "runs/short", "--targets", "some.conf");
        Assert.Equal(before, Everything());
    }

    private static void Ask(string run, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={run}/run.db;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
