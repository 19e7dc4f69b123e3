using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dtao.Records.Queries;
using Dtao.Sweeps.Metrics;
using Microsoft.Data.Sqlite;

namespace Dtao.Cli.Tests;

public sealed class Asking_a_run : CliSpec
{
    private const string Names = "SELECT name FROM agents ORDER BY account";

    public Asking_a_run() => Assert.Equal(ExitCode.Done, Dtao("run", "short.conf", "-s", "run.duration=500 blocks"));

    [Fact]
    public void Gives_a_table_json_or_csv()
    {
        const string sql = "SELECT name, account, start_spot_rao FROM agents ORDER BY account LIMIT 2";
        Assert.Equal(ExitCode.Done, Dtao("query", "runs/short", sql));
        Assert.StartsWith("name", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("query", "runs/short", sql, "--json"));
        Assert.Equal(JsonValueKind.String, Json()[0].GetProperty("start_spot_rao").ValueKind); // rao may exceed what JSON's readers hold
        Assert.Equal(ExitCode.Done, Dtao("query", "runs/short", sql, "--csv"));
        Assert.Equal(3, Out.TrimEnd('\n').Split('\n').Length);
        Assert.StartsWith("name,account,start_spot_rao\n", Out, StringComparison.Ordinal);
    }

    [Fact]
    public void By_a_saved_name_goes_with_an_at_sign_or_the_flag()
    {
        Assert.Equal(ExitCode.Done, Dtao("query", "--list"));
        Assert.All(SavedQuery.All, saved => Assert.Contains(saved.Name, Out, StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, Dtao("query", "runs/short", "@emission-by-subnet", "--top", "2", "--json"));
        Assert.Equal(2, Json().GetArrayLength());
        var first = Out;
        Assert.Equal(ExitCode.Done, Dtao("query", "runs/short", "--saved", "emission-by-subnet", "--top", "2", "--json"));
        Assert.Equal(first, Out);
    }

    [Theory]
    [InlineData("DROP TABLE agents")]
    [InlineData("ATTACH 'x.db' AS x")]
    [InlineData("VACUUM INTO 'x.db'")]
    [InlineData("SELEC")]
    [InlineData("@nonesuch")]
    [InlineData("@short.conf")] // no file of words either
    public void To_write_or_for_nothing_that_is_there_is_a_usage_error(string sql)
    {
        Assert.Equal(ExitCode.Usage, Dtao("query", "runs/short", sql));
        Assert.NotEqual("", Err);
        Assert.Equal(ExitCode.Usage, Dtao("query", "runs/short", sql, "--json"));
        Assert.Equal(2, Json().GetProperty("error").GetProperty("code").GetInt32());
        Assert.False(File.Exists("x.db"));
    }

    [Fact]
    public void In_a_way_that_means_nothing_is_a_usage_error()
    {
        foreach (var line in (string[][])[["query"], ["query", "runs/short"], ["query", "nowhere", "SELECT 1"], ["query", "runs/short", "SELECT 1", "--json", "--csv"], ["query", "runs/short", "SELECT 1", "--saved", "cap-hits"], ["query", "runs/short", "@cap-hits", "--top", "0"], ["measure"], ["measure", "nowhere"]])
            Assert.Equal(ExitCode.Usage, Dtao(line));
    }

    [Fact]
    public void For_names_of_metrics_lists_what_there_is_to_measure()
    {
        Assert.Equal(ExitCode.Done, Dtao("measure", "--list", "--json"));
        string[] columns = ["name", "kind", "unit", "meaning", "source"];
        Assert.All(Json().EnumerateArray(), row => Assert.Equal(columns, row.EnumerateObject().Select(cell => cell.Name)));
        Assert.Equal(["pump-multiple times", "price-hhi number"], Json().EnumerateArray().Where(row => row.GetProperty("name").GetString() is "pump-multiple" or "price-hhi").Select(row => $"{row.GetProperty("name")} {row.GetProperty("unit")}").Take(2));
        Assert.Equal(ExitCode.Done, Dtao("measure", "--list"));
        Assert.All(MetricCatalogue.All, metric => Assert.Contains($"\n{metric.Name} ", Out, StringComparison.Ordinal));
    }

    [Fact]
    public void With_hostile_names_breaks_no_line_and_steers_no_terminal()
    {
        Assert.Equal(100, HostileText.All.Count);
        var names = Spoil();
        Assert.Equal(ExitCode.Done, Dtao("query", "runs/short", Names));
        IsHarmless(Out);
        Assert.Equal(names + 1, Out.TrimEnd('\n').Split('\n').Length);
        Assert.All(Out.Split('\n'), line => Assert.True(line.Length < 200));

        Assert.Equal(ExitCode.Done, Dtao("query", "runs/short", "SELECT name, 1 AS one FROM agents ORDER BY account", "--csv"));
        IsHarmless(Out);
        var rows = Out.TrimEnd('\n').Split('\n')[1..];
        Assert.Equal(names, rows.Length);
        Assert.All(rows, row => Assert.EndsWith(",1", row, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain((row[0] == '"' ? row[1..] : row).TrimStart(' ')[0], "=+-@"));

        Assert.Equal(ExitCode.Done, Dtao("query", "runs/short", Names, "--json"));
        IsHarmless(Out);
        Assert.Equal(names, Json().GetArrayLength());
    }

    [Fact]
    public void With_hostile_names_in_every_saved_query_is_harmless()
    {
        Spoil();
        foreach (var saved in SavedQuery.All)
            foreach (var form in (string[])["--csv", "--json", "-j"])
            {
                Assert.Equal(ExitCode.Done, Dtao([.. (string[])["query", "runs/short", "@" + saved.Name, "--top", "200"], .. form == "-j" ? Array.Empty<string>() : [form]]));
                IsHarmless(Out + Err);
            }
        foreach (var text in HostileText.All)
        {
            Dtao("query", "runs/short", text);
            IsHarmless(Out + Err);
            Dtao("measure", text);
            IsHarmless(Out + Err);
        }
    }

    [Fact]
    public void Measures_one_run_or_several()
    {
        Dtao("run", "short.conf", "-s", "run.duration=3 days", "--name", "duo", "--seeds", "1..2", "-j", "2");
        Assert.Equal(ExitCode.Done, Dtao("measure", "runs/duo-s1"));
        Assert.Contains("volatility-1h", Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Dtao("measure", "runs/duo", "--json"));
        var gini = Json().EnumerateArray().Single(row => row.GetProperty("measure").GetString() == "price-gini");
        Assert.Equal((gini.GetProperty("duo-s1").GetDouble() + gini.GetProperty("duo-s2").GetDouble()) / 2, gini.GetProperty("median").GetDouble(), 9);
        Assert.Equal(ExitCode.Done, Dtao("measure", "runs/duo-s1", "runs/duo-s2", "--csv"));
        Assert.StartsWith("measure,duo-s1,duo-s2,median,low,high,meaning,source\n", Out, StringComparison.Ordinal);
        File.Delete("runs/duo-s2/OK");
        Assert.Equal(ExitCode.SomeRunsFailed, Dtao("measure", "runs/duo"));
    }

    [ToolFact("jq", "--version")]
    public void With_jq_finds_every_line_of_the_log()
    {
        var lines = File.ReadLines("runs/short/events.clef").Count();
        Assert.True(lines > 0);
        Assert.Equal(lines.ToString(CultureInfo.InvariantCulture), Output("jq", "-s", "[.[] | select(.id != null and .Block > 0)] | length", "runs/short/events.clef"));
    }

    [ToolFact("sqlite3", "--version")]
    public void With_sqlite3_finds_its_tables_whole()
    {
        Assert.Equal("ok", Output("sqlite3", "runs/short/run.db", "PRAGMA integrity_check"));
        Dtao("query", "runs/short", "SELECT count(*) AS n FROM trades", "--json");
        Assert.Equal(Json()[0].GetProperty("n").GetRawText(), Output("sqlite3", "-readonly", "runs/short/run.db", "SELECT count(*) FROM trades"));
    }

    [ToolFact("/usr/bin/python3", "-c", "import pandas")]
    public void With_pandas_finds_the_same_sums()
    {
        const string script = "import pandas, sqlite3; t = pandas.read_sql('SELECT * FROM trades', sqlite3.connect('file:runs/short/run.db?mode=ro', uri=True)); print(int(t['tao_rao'].sum()))";
        Dtao("query", "runs/short", "SELECT sum(tao_rao) AS sum_rao FROM trades", "--json");
        Assert.Equal(Json()[0].GetProperty("sum_rao").GetString(), Output("/usr/bin/python3", "-c", script));
    }

    /// <summary>Gives a hundred agents the hostile names.</summary>
    /// <returns>How many agents there are.</returns>
    private static int Spoil()
    {
        using var connection = new SqliteConnection("Data Source=runs/short/run.db;Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        for (var i = 0; i < HostileText.All.Count; i++)
        {
            using var update = connection.CreateCommand();
            update.CommandText = "UPDATE agents SET name = $name, strategy = CASE WHEN $i % 3 = 0 THEN $name ELSE strategy END WHERE account = (SELECT account FROM agents ORDER BY account LIMIT 1 OFFSET $i)";
            update.Parameters.AddWithValue("$name", HostileText.All[i]);
            update.Parameters.AddWithValue("$i", i);
            update.ExecuteNonQuery();
        }
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM agents";
        var agents = (long)count.ExecuteScalar()!;
        transaction.Commit();
        return (int)agents;
    }

    private static string Output(string program, params string[] arguments)
    {
        using var started = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = started.StandardOutput.ReadToEnd().Trim();
        started.WaitForExit();
        Assert.Equal(0, started.ExitCode);
        return output;
    }

    private static void IsHarmless(string text) =>
        Assert.DoesNotContain(text, character => character != '\n' && char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format);
}
