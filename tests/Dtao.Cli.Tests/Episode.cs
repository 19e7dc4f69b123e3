using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Dtao.Cli.Tests;

/// <summary>Still markets over which a pump and a crash are written by hand: taken over in hour 1, ×5 in hour 5, announced two hours after the peak.</summary>
public sealed class Episode : CliSpec
{
    private const int Genesis = 4920351, Takeover = 300, Peak = 1_500, Announcement = Peak + 600;

    public Episode()
    {
        Write("still.conf", """
            run.duration = 56 hours
            genesis.launch.subnets = 30
            cohorts {
              owner { role = owner, strategy = sell-cut, count = 1, wealth = 20 tao, knobs.pause = 300 days }
              foundation { role = foundation, strategy = passive, count = 1, wealth = 20 tao }
            }
            """);
        Assert.Equal(ExitCode.Done, Dtao("run", "still.conf", "--seeds", "1..2", "--name", "full"));
        foreach (var seed in (string[])["s1", "s2"]) Copy($"runs/full-{seed}", $"runs/silent-{seed}");
        WriteTape("runs/full-s1", after12Minutes: 0.02, low: 0.01);
        WriteTape("runs/full-s2", after12Minutes: 0.02, low: 0.008);
        WriteTape("runs/silent-s1", after12Minutes: 0.03, low: 0.02);
        WriteTape("runs/silent-s2", after12Minutes: 0.036, low: 0.02);
        foreach (var full in (string[])["runs/full-s1", "runs/full-s2"])
        {
            Post(full, Announcement, "foundation", "StakeShare", 0.6);
            Post(full, Announcement, "foundation", "PayForSelling", 1);
        }
    }

    [Theory] // 0.05 ÷ 0.01; 0.02 ÷ 0.04 − 1; the middle of 0.01 and 0.008 over 0.04; 0.025 ÷ 0.04 − 1; the middle of 15 ÷ 30 and 17 ÷ 32
    [InlineData("pump-multiple", 5)]
    [InlineData("announced-12min", -0.5)]
    [InlineData("announced-2.7h", -0.775)]
    [InlineData("announced-24h", -0.375)]
    [InlineData("recovered", (0.5 + 17.0 / 32) / 2)]
    [InlineData("foundation-weight", 0.6)]
    [InlineData("worst-24h", -0.82)]
    public void gives_medians_over_the_runs_of_an_ensemble(string figure, double expected)
    {
        Assert.Equal(ExitCode.Done, Dtao("episode", "runs/full", "--json"));
        Assert.Equal(expected, Found(0, figure, "level").GetProperty("median").GetDouble(), 9);
        Assert.Equal(2, Json().GetProperty("ensembles")[0].GetProperty("announced").GetInt32());
        Assert.Equal(0.5, Json().GetProperty("ensembles")[0].GetProperty("kappa").GetDouble(), 4);
    }

    [Theory] // From the block of the announcement of the same seed: 0.03 and 0.036 ÷ 0.04 − 1, 0.02 ÷ 0.04 − 1
    [InlineData("announced-12min", -0.175, 0.325)]
    [InlineData("announced-2.7h", -0.5, 0.275)]
    [InlineData("pump-multiple", 5, 0)]
    public void counts_falls_from_the_first_ensemble_s_announcement_where_nobody_announced(string figure, double level, double difference)
    {
        Assert.Equal(ExitCode.Done, Dtao("episode", "runs/full", "runs/silent", "--json"));
        Assert.Equal(level, Found(1, figure, "level").GetProperty("median").GetDouble(), 9);
        Assert.Equal(difference, Found(1, figure, "difference").GetProperty("median").GetDouble(), 9);
        Assert.Equal(0, Found(0, figure, "difference").GetProperty("median").GetDouble());
    }

    [Fact]
    public void leaves_out_what_a_run_cannot_tell()
    {
        Assert.Equal(ExitCode.Done, Dtao("episode", "runs/silent", "--json"));
        Assert.Equal(0, Found(0, "announced-24h", "level").GetProperty("runs").GetInt32());
        Assert.Equal(JsonValueKind.Null, Found(0, "announced-24h", "level").GetProperty("median").ValueKind);
    }

    [Fact]
    public void prints_a_row_an_ensemble_and_a_row_a_difference()
    {
        Assert.Equal(ExitCode.Done, Dtao("episode", "runs/full", "runs/silent", "runs/silent-s1"));
        Assert.Matches(@"(?m)^full +2 +2 +2 of 2 \[42\.5 %, 100\.0 %\] +2 of 2 \[.*x5\.00 \[x5\.00, x5\.00\] .* 60\.0 % \[60\.0 %, 60\.0 %\]", Out);
        Assert.Matches(@"(?m)^silent +2 +0 .*x5\.00 .* - *$", Out);
        Assert.Contains("\nLess full, seed by seed:\n", Out, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^silent-s1 .* 25\.0 % \[25\.0 %, 25\.0 %\]", Out);
        Assert.Contains("\nsilent: on no day after the takeover is the price another than full's beyond chance\n", Out, StringComparison.Ordinal);
        Assert.Contains("above kappa, 50.0 %", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void gives_the_same_whatever_the_jobs()
    {
        Dtao("episode", "runs/full", "runs/silent");
        var one = Out;
        Dtao("episode", "runs/full", "runs/silent", "-j", "2");
        Assert.Equal(one, Out);
    }

    [Fact]
    public void leaves_out_what_is_not_finished_and_says_so()
    {
        File.Delete("runs/full-s2/OK");
        Assert.Equal(ExitCode.SomeRunsFailed, Dtao("episode", "runs/full"));
        Assert.Equal($"{Path.Combine("runs", "full-s2")} is not finished and was left out.\n", Err);
    }

    [Fact]
    public void refuses_what_it_cannot_compare()
    {
        Assert.Equal(ExitCode.Usage, Dtao("episode"));
        Assert.Equal(ExitCode.Usage, Dtao("episode", "runs/none"));
        Assert.Equal(ExitCode.Usage, Dtao("episode", "runs/full", "-j", "0"));
    }

    private static void Copy(string run, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(run)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static void WriteTape(string run, double after12Minutes, double low)
    {
        Ask(run, "DELETE FROM prices WHERE netuid = 28");
        (int Block, double Price)[] path = [(1, 0.01), (Peak, 0.05), (Announcement, 0.04), (Announcement + 50, after12Minutes), (Announcement + 600, low), (Announcement + 3_000, 0.025)];
        foreach (var (block, price) in path) Ask(run, FormattableString.Invariant($"INSERT INTO prices VALUES ({Genesis + block}, 28, {price})"));
        Post(run, Takeover, "owner", "PayForHolding", 1);
    }

    private static void Post(string run, int block, string role, string topic, double value) => Ask(
        run, FormattableString.Invariant($"INSERT INTO postings SELECT {Genesis + block}, account, 28, '{topic}', {value}, 'e9{block}{topic}', NULL, 'e9{block}{topic}' FROM agents WHERE role = '{role}' LIMIT 1"));

    private static void Ask(string run, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={run}/run.db;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private JsonElement Found(int ensemble, string figure, string what) =>
        Json().GetProperty("ensembles")[ensemble].GetProperty("figures").EnumerateArray().Single(found => found.GetProperty("measure").GetString() == figure).GetProperty(what);
}
