using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Dtao.Cli.Tests;

/// <summary>What a run leaves, read by every verb that does so.</summary>
public sealed class Reading_a_run : CliSpec
{
    public Reading_a_run()
    {
        Dtao("run", "short.conf", "--name", "a", "-q");
        Dtao("run", "short.conf", "--name", "b", "--seed", "7", "-q");
    }

    [Fact]
    public void Story_tells_in_words_as_markdown_and_as_json()
    {
        Assert.Equal(ExitCode.Done, Dtao("story", "runs/a"));
        var lines = Out.TrimEnd('\n').Split('\n');
        Assert.InRange(lines.Length, 3, 40);
        Assert.Equal(ExitCode.Done, Dtao("story", "runs/a", "--md"));
        Assert.Equal(File.ReadAllText("runs/a/story.md"), Out);
        Assert.Equal(ExitCode.Done, Dtao("story", "runs/a", "--json"));
        Assert.Equal(lines.Length, Json().GetProperty("sentences").GetArrayLength());
        Assert.Equal(ExitCode.Usage, Dtao("story", "runs/a", "--json", "--md"));
    }

    [Fact]
    public void Report_writes_the_same_page_again()
    {
        var before = File.ReadAllBytes("runs/a/report.html");
        File.Delete("runs/a/report.html");
        Assert.Equal(ExitCode.Done, Dtao("report", "runs/a"));
        Assert.Equal(before, File.ReadAllBytes("runs/a/report.html"));
        Assert.Equal(ExitCode.Done, Dtao("report", "runs/a", "--json"));
        Assert.Equal(Path.Combine("runs/a", "report.html"), Json().GetProperty("report").GetString());
    }

    [Fact]
    public void A_partial_run_is_read_with_a_notice()
    {
        File.Delete("runs/a/OK");
        foreach (var verb in new[] { "report", "story", "scorecard" })
        {
            Assert.Equal(ExitCode.Done, Dtao(verb, "runs/a"));
            Assert.Contains("runs/a is PARTIAL", Err, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("story runs/a")]
    [InlineData("report runs/a")]
    [InlineData("scorecard runs/a")]
    [InlineData("agent runs/a noise-0")]
    [InlineData("compare runs/a runs/b")]
    [InlineData("why runs/a d1")]
    public void A_database_that_is_none_is_said_to_be_changed(string line)
    {
        File.WriteAllText("runs/a/run.db", new string('x', 10_000));
        Assert.Equal(ExitCode.NotReproduced, Dtao(line.Split(' ')));
        Assert.Contains("runs/a/run.db is not what the run wrote: file is not a database.\n", Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_of_something_detected_tells_on_which_events_it_rests()
    {
        using (var database = new SqliteConnection("Data Source=runs/a/run.db;Pooling=False"))
        {
            database.Open();
            using var command = new SqliteCommand("INSERT INTO detections VALUES ('d900', 'pump', 1, NULL, 4920352, 4920360, 0.5, 'SN1 rose', '{\"buyers\":[{\"name\":\"e1\",\"id\":\"e2\"}],\"epochs\":[\"e1\",\"e2\"]}')", database);
            command.ExecuteNonQuery();
        }
        Assert.Equal(ExitCode.Done, Dtao("why", "runs/a", "d900"));
        Assert.StartsWith("d900  blocks 4,920,352 to 4,920,360  SN1 rose\nIt rests on:\n  e2  block ", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("why", "runs/a", "d900", "--most", "1"));
        Assert.EndsWith("\n  … and 1 more; --most shows more of them.\n", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("why", "runs/a", "d900", "--json"));
        Assert.Equal(["e2", "e1"], Json().GetProperty("rests_on").EnumerateArray().Select(link => link.GetProperty("id").GetString()));
        Assert.Equal(ExitCode.Usage, Dtao("why", "runs/a", "d901"));
    }

    [Fact]
    public void A_run_of_a_day_is_told_from_its_beginning()
    {
        Assert.Equal(ExitCode.Done, Dtao("run", "short.conf", "-s", "run.duration=1 day", "--name", "day", "--json"));
        Assert.Equal(0, Json().GetProperty("from_day").GetDouble());
        Assert.Contains(Json().GetProperty("prices").EnumerateArray(), move => move.GetProperty("return").GetDouble() != 0);
    }

    [Fact]
    public void Agent_tells_what_one_did()
    {
        Assert.Equal(ExitCode.Done, Dtao("agent", "runs/a", "herd-3"));
        Assert.StartsWith("herd-3: meme-herder (speculator), cohort herd", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("agent", "runs/a", "noise-0", "--json", "--all"));
        Assert.Equal("noise-0", Json().GetProperty("name").GetString());
        Assert.DoesNotContain("NaN", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Dtao("agent", "runs/a", "nobody-0"));
        Assert.Contains("no agent nobody-0", Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Scorecard_sets_every_strategy_beside_root_and_holding()
    {
        Assert.Equal(ExitCode.Done, Dtao("scorecard", "runs/a"));
        Assert.Contains("Simply staking on root: ", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("scorecard", "runs/a", "--json"));
        Assert.Contains(Json().GetProperty("strategies").EnumerateArray(), row => row.GetProperty("strategy").GetString() == "momentum");
        Assert.Equal(JsonValueKind.Number, Json().GetProperty("root").GetProperty("nominator").ValueKind);
    }

    [Fact]
    public void Compare_of_the_same_run_finds_nothing()
    {
        Dtao("run", "short.conf", "--name", "again", "-q");
        Assert.Equal(ExitCode.Done, Dtao("compare", "runs/a", "runs/again"));
        Assert.Contains("Both tell the same, to the last row.", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_of_two_runs_names_the_key_the_block_and_the_event()
    {
        Assert.Equal(ExitCode.NotReproduced, Dtao("compare", "runs/a", "runs/b", "--json"));
        Assert.Equal("run.seed", Assert.Single(Json().GetProperty("config").EnumerateArray()).GetProperty("key").GetString());
        Assert.NotEqual(Json().GetProperty("first_event").GetProperty("a").GetString(), Json().GetProperty("first_event").GetProperty("b").GetString());
        Assert.True(File.Exists("runs/compare.html"));
        Assert.Equal(ExitCode.NotReproduced, Dtao("compare", "runs/a", "runs/b", "-o", "elsewhere"));
        Assert.True(File.Exists("elsewhere/compare.html"));
        Assert.Equal(ExitCode.Usage, Dtao("compare", "runs/a", "runs/none"));
    }

    [Fact]
    public void Compare_writes_over_no_page_of_anybody_else()
    {
        Write("runs/compare.html", "mine");
        Assert.Equal(ExitCode.Refused, Dtao("compare", "runs/a", "runs/b"));
        Assert.Equal("mine", File.ReadAllText("runs/compare.html"));
    }

    [Fact]
    public void Compare_of_ensembles_pairs_their_seeds()
    {
        Dtao("run", "short.conf", "--seeds", "1..3", "--name", "x");
        Dtao("run", "short.conf", "--seeds", "1..3", "--name", "y", "-s", "cohorts.momentum.count=50");
        Assert.Equal(ExitCode.NotReproduced, Dtao("compare", "runs/x", "runs/y", "--json"));
        Assert.Contains(Json().GetProperty("measures").EnumerateArray(), row => row.GetProperty("difference").GetProperty("runs").GetInt32() == 3);
        Assert.Equal(ExitCode.Done, Dtao("compare", "runs/x", "runs/x"));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("story")]
    [InlineData("scorecard")]
    public void What_is_no_run_is_said_to_be_none(string verb)
    {
        Assert.Equal(ExitCode.Usage, Dtao(verb, "runs/none"));
        Assert.Contains("There is no run folder runs/none", Err, StringComparison.Ordinal);
        Directory.CreateDirectory("runs/hollow");
        Assert.Equal(ExitCode.Usage, Dtao(verb, "runs/hollow"));
    }
}
