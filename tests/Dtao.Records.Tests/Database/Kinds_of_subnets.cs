using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Dtao.Records.Recording;

namespace Dtao.Records.Tests.Database;

/// <summary>The owner of both subnets, account 1, does work; account 2 owns a meme subnet; behind account 3 stands nobody who owns.</summary>
public sealed class Kinds_of_subnets : IDisposable
{
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void Are_told_once_until_they_change_with_their_owner() =>
        Assert.Equal([(0, 1, "ai"), (0, 28, "ai"), (20, 28, "meme"), (40, 28, ""), (50, 28, "ai")], Recorded(10, [(20, 2), (30, 2), (40, 3), (50, 1)]));

    [Fact]
    public void Are_not_told_of_a_run_whose_owners_have_none() => Assert.Empty(Recorded(10, [(20, 2)], kind: _ => null));

    [Fact]
    public void Are_those_of_the_agents()
    {
        Recorded(10, []);
        Assert.Equal(["ai", "meme", "", ""], Read().Query("SELECT ifnull(kind, '') AS kind FROM agents ORDER BY account", row => row.GetString(0)));
    }

    [Fact]
    public void And_what_owners_post_of_their_business_stand_side_by_side()
    {
        var posts = new (int Block, int By, string Topic, double Value)[] { (12, 1, "Revenue", 5), (12, 1, "Output", 4), (12, 1, "Burn", 0.5), (13, 1, "Revenue", 6), (13, 4, "Output", 9), (14, 1, "Holding", 1) };
        Recorded(10, [], posts: posts);
        Assert.Equal(["12: 5 4 - 0.5", "13: 6 - - -"], Read().Query(
            "SELECT block, revenue_tao_a_day, output_tao_a_day, attention_tao_a_day, burn FROM businesses ORDER BY block",
            row => FormattableString.Invariant($"{row.GetInt64(0) - Some.FirstBlock.Height}: {Text(row, 1)} {Text(row, 2)} {Text(row, 3)} {Text(row, 4)}")));
    }

    private static string Text(Microsoft.Data.Sqlite.SqliteDataReader row, int column) => row.IsDBNull(column) ? "-" : FormattableString.Invariant($"{row.GetDouble(column)}");

    /// <summary>Samples every so many blocks; the meme subnet passes to somebody at some of them.</summary>
    private List<(int Block, int Netuid, string Kind)> Recorded(
        int every, (int Block, int Owner)[] sales, Func<int, string?>? kind = null, IEnumerable<(int Block, int By, string Topic, double Value)>? posts = null)
    {
        kind ??= account => account switch { 1 => "ai", 2 => "meme", _ => null };
        var ledger = Some.Ledger();
        var plan = Some.Plan(ledger) with { Agents = [.. Some.Agents().Select(agent => agent with { Kind = kind(agent.Account.Index), Role = agent.Account.Index < 3 ? "owner" : "speculator" })] };
        var folder = RunFolder.Create(root, "kinds", replace: false);
        using (var recorder = RunRecorder.Start(folder, plan))
        {
            foreach (var (block, by, topic, value) in posts ?? [])
                recorder.Post(new BlockBatch(Some.FirstBlock + block, [RunEvent.First(EventId.Event(block), Some.FirstBlock + block, new Posted(new AccountId(by), Some.Meme, topic, value))]));
            for (var block = every; block <= 60; block += every) recorder.Post(new BlockBatch(Some.FirstBlock + block, [], Sold(plan.Opening, block, sales.LastOrDefault(sale => sale.Block <= block, (Block: 0, Owner: 1)).Owner)));
            recorder.Complete(new RunEnding("00", [], AccountHolding.AllOf(ledger.State)));
        }
        return Read().Query("SELECT block, netuid, kind FROM kinds ORDER BY block, netuid", row => ((int)(row.GetInt64(0) - Some.FirstBlock.Height), row.GetInt32(1), row.GetString(2)));
    }

    private RunReader Read() => RunReader.Open(Path.Combine(root, "kinds"));

    private static BlockSample Sold(BlockSample opening, int block, int owner) => opening with
    {
        Market = opening.Market with
        {
            Block = Some.FirstBlock + block,
            Quotes = [.. opening.Market.Quotes.Select(quote => quote.Netuid == Some.Meme ? quote with { Owner = new AccountId(owner) } : quote)],
        },
    };
}
