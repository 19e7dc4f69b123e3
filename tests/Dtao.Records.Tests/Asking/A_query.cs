using Dtao.Records.Queries;
using Dtao.Records.Reading;
using Dtao.Records.Tests.Detectors;

namespace Dtao.Records.Tests.Asking;

public sealed class A_query : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RunReader run;

    public A_query()
    {
        var plan = new SmallRun().Plan;
        run = RunReader.Open(new SmallRun(blocks: 800) { Plan = plan with { Detectors = SomeRules.Shipped, Agents = [.. plan.Agents.Select(agent => agent.Account.Index == 1 ? agent with { Kind = "ai" } : agent)] } }.Record(folder));
    }

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> SavedNames => [.. SavedQuery.All.Select(saved => saved.Name)];

    [Fact]
    public void Answers_row_by_row_with_names_and_kinds()
    {
        using var query = RunQuery.Ask(run, "SELECT name, account, 0.5 AS half, NULL AS missing, x'0aff' AS bytes FROM agents ORDER BY account LIMIT 1", new Dictionary<string, long>());
        Assert.Equal(["name", "account", "half", "missing", "bytes"], query.Columns);
        Assert.Equal(["calm-1", 1L, 0.5, null, new byte[] { 10, 255 }], Assert.Single(query.Rows()));
    }

    [Theory]
    [InlineData("DROP TABLE agents")]
    [InlineData("DELETE FROM agents")]
    [InlineData("INSERT INTO meta VALUES ('a', 'b')")]
    [InlineData("UPDATE agents SET name = 'x'")]
    [InlineData("WITH a AS (SELECT 1) DELETE FROM agents")]
    [InlineData("CREATE TABLE t (x)")]
    [InlineData("CREATE TEMP TABLE t (x)")]
    [InlineData("CREATE VIEW v AS SELECT 1")]
    [InlineData("ATTACH 'elsewhere.db' AS elsewhere")]
    [InlineData("ATTACH ':memory:' AS elsewhere")]
    [InlineData("DETACH main")]
    [InlineData("VACUUM")]
    [InlineData("VACUUM INTO 'elsewhere.db'")]
    [InlineData("PRAGMA query_only = OFF")]
    [InlineData("PRAGMA journal_mode = WAL")]
    [InlineData("PRAGMA user_version = 7")]
    [InlineData("BEGIN")]
    [InlineData("COMMIT")]
    [InlineData("SAVEPOINT a")]
    [InlineData("ANALYZE")]
    [InlineData("REINDEX")]
    [InlineData("SELECT load_extension('x')")]
    [InlineData("SELECT writefile('elsewhere.db', 'x')")]
    [InlineData("SELECT 1; DROP TABLE agents")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELEC 1")]
    [InlineData("SELECT nothing FROM nowhere")]
    [InlineData("")]
    [InlineData("  -- nothing")]
    [InlineData(";")]
    public void That_does_more_than_read_is_refused_and_changes_nothing(string sql)
    {
        var before = Directory.GetFiles(run.Path).Order(StringComparer.Ordinal).Select(file => (file, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))))).ToArray();
        Assert.Throws<QueryRefused>(() =>
        {
            using var query = RunQuery.Ask(run, sql, new Dictionary<string, long>());
            _ = query.Rows().Count();
        });
        Assert.Equal(before, Directory.GetFiles(run.Path).Order(StringComparer.Ordinal).Select(file => (file, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))))));
        Assert.False(File.Exists("elsewhere.db"));
    }

    [Theory]
    [InlineData("SELECT 1;")]
    [InlineData("SELECT 1 -- one")]
    [InlineData("SELECT 1;\n-- one\n")]
    [InlineData("EXPLAIN QUERY PLAN SELECT 1")]
    [InlineData("SELECT name FROM pragma_table_info('agents') LIMIT 1")]
    [InlineData("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1) SELECT i FROM n")]
    [InlineData("SELECT 'it''s; fine' WHERE 1")]
    public void That_only_reads_is_answered(string sql)
    {
        using var query = RunQuery.Ask(run, sql, new Dictionary<string, long>());
        Assert.Single(query.Rows());
    }

    [Fact]
    public void Without_an_end_is_read_as_far_as_somebody_wants()
    {
        using var query = RunQuery.Ask(run, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", new Dictionary<string, long>());
        Assert.Equal([1L, 2L, 3L], query.Rows().Take(3).Select(row => row[0]));
    }

    [Fact]
    public void Without_an_end_stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        using var query = RunQuery.Ask(run, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", new Dictionary<string, long>(), stop.Token);
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var row in query.Rows())
                if (row[0] is 1_000L)
                    stop.Cancel();
        });
    }

    [Fact]
    public void Of_a_folder_without_a_database_is_refused()
    {
        var empty = Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName;
        Assert.Throws<QueryRefused>(() => RunQuery.Ask(RunReader.Open(empty), "SELECT 1", new Dictionary<string, long>()));
    }

    [Fact]
    public void Comes_with_the_program_a_dozen_times_and_says_what_it_answers()
    {
        Assert.True(SavedQuery.All.Count >= 12);
        Assert.All(SavedQuery.All, saved => Assert.Matches("^[A-Z][^\n]+\\.$", saved.Meaning));
    }

    [Theory]
    [MemberData(nameof(SavedNames))]
    public void That_is_saved_answers_for_the_market_and_for_one_subnet(string name)
    {
        var saved = SavedQuery.Find(name)!;
        using var all = RunQuery.Ask(run, saved.Sql, new Dictionary<string, long>());
        Assert.Equal(all.Columns.Count, all.Columns.Distinct(StringComparer.Ordinal).Count());
        _ = all.Rows().Count();
        using var one = RunQuery.Ask(run, saved.Sql, new Dictionary<string, long> { ["$netuid"] = Some.Meme.Value, ["$top"] = 3 });
        var rows = one.Rows().ToArray();
        if (one.Columns.ToList().IndexOf("netuid") is >= 0 and var column) Assert.All(rows, row => Assert.Equal(28L, row[column]));
        if (name is not ("cap-hits" or "what-was-detected" or "foundation-profit" or "what-validators-earned" or "root-votes")) Assert.NotEmpty(rows); // there is neither here
    }

    [Fact]
    public void Who_moved_the_price_adds_up_what_each_agent_bought_and_sold()
    {
        using var query = RunQuery.Ask(run, SavedQuery.Find("who-moved-the-price")!.Sql, new Dictionary<string, long> { ["$netuid"] = Some.Meme.Value });
        var rows = query.Rows().ToDictionary(row => (string)row[1]!, row => ((double)row[3]!, (double)row[4]!), StringComparer.Ordinal);
        var bought = (double)run.Scalar("SELECT sum(tao_rao) / 1e9 FROM trades WHERE netuid = 28 AND side = 'buy' AND account = 3")!;
        Assert.Equal(bought, rows["herd-3"].Item1, 9);
    }

    [Fact]
    public void Who_sold_to_whom_gives_no_more_than_was_sold()
    {
        using var query = RunQuery.Ask(run, SavedQuery.Find("who-sold-to-whom")!.Sql, new Dictionary<string, long> { ["$netuid"] = Some.Meme.Value });
        var sold = (double)run.Scalar("SELECT sum(tao_rao) / 1e9 FROM trades WHERE netuid = 28 AND side = 'sell'")!;
        Assert.InRange(query.Rows().Sum(row => (double)row[2]!), 0.5 * sold, sold + 1e-6);
    }
}
