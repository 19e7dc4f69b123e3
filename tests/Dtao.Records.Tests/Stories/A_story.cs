using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Log;
using Dtao.Records.Reading;
using Dtao.Records.Recording;
using Dtao.Records.Stories;
using Dtao.Records.Summaries;
using Statement = Dtao.Records.Stories.Statement;

namespace Dtao.Records.Tests.Stories;

/// <summary>Two days written by hand: herd-3 takes SN28 over, calm-2 and herd-4 buy it up, calm-1 is the foundation.</summary>
public sealed class A_story : IDisposable
{
    private static readonly RunEvent[] Events =
    [
        Settled(300, new BuySubnet(new AccountId(3), Some.Meme, Tao.Of(50)), new SubnetSold(new AccountId(3), Some.Meme, new AccountId(1), Tao.Of(50))),
        Posted(301, 3, "PayForHolding", 0.75),
        Bought(400, 2, 5), Bought(500, 4, 40), Sold(600, 4, 10),
        Posted(3_100, 1, "StakeShare", 0.51), Posted(3_101, 1, "PayForSelling", 1),
        Sold(3_105, 2, 20), Bought(3_900, 4, 1),
    ];

    private static readonly (int Block, double Price)[] Tape = [(10, 0.1), (1_000, 0.05), (3_000, 0.5), (3_105, 0.4), (3_500, 0.2), (5_000, 0.1), (11_000, 0.15)];

    private readonly TemporaryFolder root = new();

    [Fact]
    public void reads_in_ten_lines_that_name_what_they_rest_on() => Assert.Equal(
        [
            "Day 0.04: herd-3 bought SN28 from calm-1 for 50 TAO, number 1 of 2 by price at 0.1 TAO/alpha [e300, block 4,920,651]",
            "Day 0.04: herd-3 says that SN28 pays its miners 75 % for alpha held [e301, block 4,920,652]",
            "Bought till the peak, less sold: momentum +30.0 TAO (1), hold +5.0 TAO (1) [e500, blocks 4,920,652 to 4,923,351]",
            "Day 0.42: peak at 0.5 TAO/alpha, ×10.0 the low before it, number 1 of 2 [blocks 4,921,351 to 4,923,351]",
            "At the peak it has 83.3 % of the sum of prices and an unknown share of the emission [block 4,923,351]",
            "Day 0.43: calm-1 says that it pays 100 % for alpha sold, with 51 % of the stake weight, enough to set the consensus alone (kappa 50 %) [e3100, e3101, block 4,923,451]",
            "Price after that: -20.0 % in 12 min, -60.0 % in 2.7 h, -80.0 % in 24 h [blocks 4,923,451 to 4,930,651]",
            "Largest fall in 10 blocks: -50.0 % [blocks 4,923,842 to 4,923,851]",
            "Bought from the peak to the low, less sold: momentum +1.0 TAO (1), hold -20.0 TAO (1) [e3105, blocks 4,923,352 to 4,925,351]",
            "Rebound within a day of the low: +50.0 % [blocks 4,925,351 to 4,931,351]",
            "TAO out less TAO in since the takeover, with alpha left at the last price: hold +15.0 TAO (1), momentum -31.0 TAO (1) [blocks 4,920,652 to 4,934,751]",
        ],
        StoryText.Lines(Told(Events)!).ToArray());

    [Fact]
    public void is_none_where_nobody_took_a_subnet_over() => Assert.Null(Told([Bought(400, 2, 5), Posted(3_101, 1, "PayForSelling", 1)]));

    [Fact]
    public void of_an_owner_who_bought_nothing_begins_with_what_it_says() =>
        Assert.StartsWith("Day 0.04: herd-3 says that", StoryText.Lines(Told(Events[1..])!).First(), StringComparison.Ordinal);

    [Fact]
    public void of_a_foundation_that_says_nothing_counts_the_fall_from_the_peak()
    {
        var lines = StoryText.Lines(Told([Events[1]])!).ToArray();
        Assert.Contains("The foundation says nothing about it [blocks 4,920,652 to 4,934,751]", lines);
        Assert.Contains("Price after the peak: 0.0 % in 12 min, -60.0 % in 2.7 h, -80.0 % in 24 h [blocks 4,923,351 to 4,930,551]", lines);
    }

    [Fact]
    public void of_a_foundation_with_too_few_votes_says_so() => Assert.Contains(
        StoryText.Lines(Told([.. Events[..^4], Posted(3_100, 1, "StakeShare", 0.14), .. Events[^3..]])!),
        line => line.Contains("with 14 % of the stake weight, too little to set the consensus alone (kappa 50 %)", StringComparison.Ordinal));

    [Fact]
    public void tells_no_fall_that_the_run_did_not_live_to_see() => Assert.Empty(Told(Events, hours: 10)!.Fall);

    /// <summary>Ids in a line are found in the log, unless the line is about trades too small for it.</summary>
    [Fact]
    public void rests_on_the_narrative()
    {
        var story = Told(Events)!;
        var narrated = RunReader.Open(Path.Combine(root, "written")).Events().Select(told => told.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        Assert.All([.. story.Purchase!.Backing.Events, .. story.Takeover.Backing.Events, .. story.Answer!.Backing.Events], id => Assert.Contains(id, narrated));
    }

    [Fact]
    public void stands_in_the_summary_and_in_its_json()
    {
        var manifest = new RunManifest(Some.Identity, new RunProgress(Some.FirstBlock, Some.FirstBlock + 14_400, "8a5cea", Tao.Of(1), new RunCounts(14_400, 9, 5, 0, 3, 0, 10)), Wall: null);
        var market = new MarketView(Some.FirstBlock, [], Tao.Zero, Tao.Zero);
        var summary = RunSummary.Of(manifest, market, market, [], [], story: Told(Events));
        Assert.Equal(StoryText.Lines(summary.Story!).ToArray(), SummaryText.Lines(summary)[1..^1].ToArray());
        Assert.Contains("\"stake_share\": 0.51", summary.ToJson(), StringComparison.Ordinal);
    }

    /// <summary>Every sentence that there is a wording for, the market's and the returns' among them.</summary>
    public static TheoryData<string> Shapes => ["taken over", "not taken over", "silent foundation", "everything known"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void gives_nothing_as_the_reason_of_anything(string shape) =>
        Assert.All(Shaped(shape), told => Assert.DoesNotMatch(@"(?i)\b(because|caus\w*|led to|leads? to|due to|owing to|thanks to|therefore|thus|hence|consequen\w*|so that|as a result|result(s|ed) (in|of|from)|trigger\w*|dr(i|o)ves?|provok\w*|in response|forc(es|ed)|made)\b", told.Text));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void cites_blocks_and_at_most_forty_times(string shape)
    {
        var story = Shaped(shape);
        Assert.InRange(story.Count, 3, RunStory.Most);
        Assert.All(story, told => Assert.InRange(told.Backing.FromBlock, Some.FirstBlock.Height, told.Backing.ToBlock));
        Assert.All(story, told => Assert.EndsWith("]", told.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void cites_only_what_the_record_has()
    {
        Told(Events);
        var run = RunReader.Open(Path.Combine(root, "written"));
        var known = IdsOf(run);
        var cited = RunStory.Of(run).SelectMany(told => told.Backing.Events).ToArray();
        Assert.InRange(cited.Length, 10, 100);
        Assert.All(cited, id => Assert.Contains(id, known));
    }

    [Fact]
    public void names_the_largest_buyers_the_first_sellers_and_the_largest()
    {
        var story = Told(Events)!;
        Assert.Equal([("herd-4", "momentum", 40.0, "e500"), ("calm-2", "hold", 5.0, "e400")], story.Buyers.Select(buyer => (buyer.Name, buyer.Strategy, buyer.Tao, buyer.Id)));
        Assert.Equal([("calm-2", 20.0, "e3105")], story.FirstSellers.Select(seller => (seller.Name, seller.Tao, seller.Id)));
        Assert.Equal([("calm-2", 20.0, "e3105")], story.Sellers.Select(seller => (seller.Name, seller.Tao, seller.Id)));
    }

    [Fact]
    public void as_markdown_makes_text_of_whatever_names_hold() => Assert.Equal(
        "# \\*x\\*\n\n- \\<b\\> \\[x\\](y) \\`z\\` \uFFFD \\[e1, block 5\\]\n",
        StoryMarkdown.Of("*x*", [new Statement("<b> [x](y) `z` \n", Backing.Of(5, "e1"))]));

    public void Dispose() => root.Dispose();

    private IReadOnlyList<Statement> Shaped(string shape)
    {
        switch (shape)
        {
            case "everything known":
                var capture = new Capture(1, "calm-1", 0.6, 0.9, Backing.Of(Some.FirstBlock.Height, "e1"));
                return [.. StoryText.Statements(Told(Events)! with { Power = capture, Turn = capture, KnowsPower = true, SoldUpon = new Upon(3, 5, capture.Backing) }),
                    .. StoryText.Statements(Told(Events)! with { KnowsPower = true })];
            case "taken over": Told(Events); break;
            case "silent foundation": Told([Events[1]]); break;
            default: Told([Bought(400, 2, 5)]); break;
        }
        return RunStory.Of(RunReader.Open(Path.Combine(root, "written")));
    }

    private static HashSet<string> IdsOf(RunReader run)
    {
        using var connection = run.OpenDatabase();
        var tables = new[] { "trades", "refusals", "registrations", "postings", "epochs", "events" };
        using var command = new Microsoft.Data.Sqlite.SqliteCommand(string.Join(" UNION ", tables.Select(table => $"SELECT id FROM {table}")), connection);
        using var rows = command.ExecuteReader();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read()) ids.Add(rows.GetString(0));
        return ids;
    }

    private Story? Told(RunEvent[] events, int hours = 48)
    {
        var ledger = Some.Ledger();
        var plan = Some.Plan(ledger, LogTopics.NarrativeOnly) with { Agents = [.. Some.Agents().Select(agent => agent with { Role = agent.Account.Index switch { 1 => "foundation", 3 => "owner", _ => "speculator" } })] };
        var folder = RunFolder.Create(root, "written", replace: true);
        using (var recorder = RunRecorder.Start(folder, plan))
        {
            foreach (var (block, price) in Tape) recorder.Post(new BlockBatch(Some.FirstBlock + block, [], Prices: [new PriceTick(Some.Apex, 0.1), new PriceTick(Some.Meme, price)]));
            foreach (var told in events) recorder.Post(new BlockBatch(told.Block, [told]));
            for (var hour = 1; hour <= hours; hour++)
                recorder.Post(new BlockBatch(Some.FirstBlock + hour * Block.PerHour, [], plan.Opening with { Market = plan.Opening.Market with { Block = Some.FirstBlock + hour * Block.PerHour } }));
            recorder.Complete(new RunEnding("00", [], []));
        }
        return StoryReader.Of(RunReader.Open(folder.Path));
    }

    private static RunEvent Bought(int block, int who, int tao) => Settled(block,
        new Stake(new AccountId(who), Some.Meme, new AccountId(who), Tao.Of(tao)),
        new Staked(new AccountId(who), Some.Meme, new AccountId(who), Tao.Of(tao), Tao.Zero, Alpha.Of(tao), 1, Partial: false));

    private static RunEvent Sold(int block, int who, int tao) => Settled(block,
        new Unstake(new AccountId(who), Some.Meme, new AccountId(who), Alpha.Of(tao)),
        new Unstaked(new AccountId(who), Some.Meme, new AccountId(who), Alpha.Of(tao), 1, Tao.Of(tao), Tao.Zero, Partial: false));

    private static RunEvent Posted(int id, int by, string topic, double value) =>
        RunEvent.First(EventId.Event(id), Some.FirstBlock + (id is 3_101 ? 3_100 : id), new Posted(new AccountId(by), Some.Meme, topic, value));

    private static RunEvent Settled(int block, LedgerCommand order, Outcome outcome) =>
        RunEvent.EndOf(EventId.Order(block), EventId.Event(block), Some.FirstBlock + block, new Settled(order, outcome));
}
