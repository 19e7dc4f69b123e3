using System.Text.Json;
using Dtao.Records.Detectors;
using Dtao.Records.Reading;

namespace Dtao.Records.Tests.Detectors;

/// <summary>What stands in run.db of a run whose detectors are so keen that they find something in it.</summary>
public sealed class Detections_of_a_run : IDisposable
{
    private static readonly DetectorRules Keen = SomeRules.Shipped with
    {
        Pump = new PumpRule(Rise: 0.01, MedianOver: 50, Within: 50, NetBuying: 0.001, OverAt: 0.01),
        Crash = new CrashRule(Fall: 0.01, MaximumOver: 50, Within: 50, OverAt: 0.01),
        SellOff = new SellOffRule(Classes: 1, Lasting: 10, Each: 0.0001),
    };

    private readonly TemporaryFolder folder = new();
    private readonly RunReader run;

    public Detections_of_a_run()
    {
        var small = new SmallRun(blocks: 800);
        run = RunReader.Open(new SmallRun(blocks: 800) { Plan = small.Plan with { Detectors = Keen } }.Record(folder));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Are_numbered_by_block_kind_and_subnet()
    {
        var rows = Rows("SELECT id, kind, netuid, from_block FROM detections ORDER BY rowid", row => (Id: row.GetString(0), Order: (row.GetInt64(3), row.GetString(1), row.GetInt32(2))));
        Assert.True(rows.Count > 20);
        Assert.Equal(rows.Select((_, i) => FormattableString.Invariant($"d{i + 1}")), rows.Select(row => row.Id));
        Assert.Equal(rows.Select(row => row.Order).OrderBy(order => order.Item1).ThenBy(order => order.Item2, StringComparer.Ordinal).ThenBy(order => order.Item3), rows.Select(row => row.Order));
    }

    [Fact]
    public void Of_sell_offs_on_one_subnet_do_not_overlap_and_each_sells_more_than_is_bought()
    {
        var rows = Rows("SELECT netuid, from_block, to_block, value FROM detections WHERE kind = 'sell-off' ORDER BY netuid, from_block", row => (Netuid: row.GetInt32(0), From: row.GetInt64(1), To: row.GetInt64(2), Value: row.GetDouble(3)));
        Assert.True(rows.Count > 5);
        Assert.All(rows, row => Assert.True(row.Value > 0));
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.First.Netuid != pair.Second.Netuid || pair.First.To < pair.Second.From));
    }

    [Fact]
    public void Have_evidence_whose_every_id_is_in_the_database()
    {
        var known = Rows("SELECT id FROM trades UNION SELECT id FROM epochs UNION SELECT id FROM postings UNION SELECT id FROM events", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);
        var ids = Evidence().SelectMany(IdsOf).ToArray();
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.Contains(id, known));
    }

    [Fact]
    public void Name_those_who_traded_meanwhile_with_amounts_that_add_up()
    {
        var (netuid, from, to, evidence) = Rows(
            "SELECT netuid, from_block, to_block, evidence FROM detections WHERE kind = 'pump' ORDER BY value DESC LIMIT 1",
            row => (row.GetInt32(0), row.GetInt64(1), row.GetInt64(2), JsonDocument.Parse(row.GetString(3)).RootElement.Clone())).Single();
        var net = FormattableString.Invariant($"SELECT sum(CASE side WHEN 'buy' THEN tao_rao WHEN 'sell' THEN -tao_rao ELSE 0 END) FROM trades WHERE netuid = {netuid} AND block BETWEEN {from} AND {to}");
        Assert.Equal(run.Scalar(net), long.Parse(evidence.GetProperty("net_tao_rao").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
        var buyer = evidence.GetProperty("buyers")[0];
        Assert.Equal(
            run.Scalar(FormattableString.Invariant($"SELECT name || ' ' || strategy FROM agents WHERE account = {buyer.GetProperty("account").GetInt32()}")),
            buyer.GetProperty("name").GetString() + " " + buyer.GetProperty("strategy").GetString());
        Assert.Equal(1, evidence.GetProperty("strategies").EnumerateArray().Where(row => row.GetProperty("tao_rao").GetString()![0] != '-').Sum(row => row.GetProperty("share").GetDouble()), 9);
    }

    [Fact]
    public void Are_told_in_one_safe_line()
    {
        using var other = new TemporaryFolder();
        var plan = new SmallRun().Plan;
        var hostile = new SmallRun(blocks: 800, name: i => "evil\u001b[31m\n\u202e-" + i) { Plan = plan with { Detectors = Keen, Agents = Some.Agents(i => "evil\u001b[31m\n\u202e-" + i) } };
        var told = RunReader.Open(hostile.Record(other));
        using var database = told.OpenDatabase();
        var lines = database.Ask("SELECT text || evidence FROM detections", row => row.GetString(0));
        Assert.Contains(lines, line => line.Contains("evil", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain(line, c => char.IsControl(c) || c == '\u202e'));
    }

    [Fact]
    public void Are_none_where_nobody_watches()
    {
        using var other = new TemporaryFolder();
        Assert.Equal(0L, RunReader.Open(new SmallRun().Record(other)).Scalar("SELECT count(*) FROM detections"));
    }

    [Fact]
    public void Come_with_epochs_that_say_who_decided()
    {
        Assert.Equal(0L, run.Scalar("SELECT count(*) FROM epochs WHERE top_share NOT BETWEEN 0 AND 1 OR incentive_moved NOT BETWEEN 0 AND 1 OR (top_validator IS NULL AND top_share > 0)"));
        Assert.True((long)run.Scalar("SELECT count(*) FROM epochs WHERE top_validator = 1")! > 0); // the only neuron there is
    }

    private IEnumerable<JsonElement> Evidence() => Rows("SELECT evidence FROM detections", row => JsonDocument.Parse(row.GetString(0)).RootElement.Clone());

    private static IEnumerable<string> IdsOf(JsonElement evidence)
    {
        foreach (var list in (string[])["events", "epochs", "postings"])
            if (evidence.TryGetProperty(list, out var ids))
                foreach (var id in ids.EnumerateArray()) yield return id.GetString()!;
        foreach (var list in (string[])["buyers", "sellers"])
            if (evidence.TryGetProperty(list, out var traders))
                foreach (var trader in traders.EnumerateArray()) yield return trader.GetProperty("id").GetString()!;
        if (evidence.TryGetProperty("first_seller", out var first)) yield return first.GetProperty("id").GetString()!;
    }

    private List<T> Rows<T>(string sql, Func<Microsoft.Data.Sqlite.SqliteDataReader, T> read)
    {
        using var database = run.OpenDatabase();
        return database.Ask(sql, read);
    }
}
