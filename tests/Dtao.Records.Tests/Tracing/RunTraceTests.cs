using Dtao.Protocol.Consensus;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Log;
using Dtao.Records.Reading;
using Dtao.Records.Recording;
using Dtao.Records.Tracing;

namespace Dtao.Records.Tests.Tracing;

/// <summary>
/// A posting (e1) prompts weights (o1, e2), which an epoch uses (e3), which pays, which prompts a sale (o2, e4), of which the seller tells (e5),
/// which prompts two purchases (o3, e6 and o4, e7). Besides them ten trades a block that have nothing to do with it.
/// </summary>
public sealed class RunTraceTests : IDisposable
{
    private static readonly AccountId Voter = new(2), Miner = new(3), Herd = new(4);

    private readonly TemporaryFolder root = new();
    private readonly List<RunEvent> events = [];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Walks_every_link_up_to_the_first(bool fromDatabase)
    {
        var chain = ChainOf("e7", fromDatabase);
        Assert.Equal(["o4", "e5", "e4", "o2", "e3", "e2", "o1", "e1"], chain.Causes.Select(link => link.Id.ToString()));
        Assert.Null(chain.Root);
        Assert.Empty(chain.Effects);
        Assert.Contains("bought", chain.Event.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Walks_down_to_what_came_of_it(bool fromDatabase)
    {
        var chain = ChainOf("e4", fromDatabase);
        Assert.Equal([("e5", 1), ("o3", 2), ("e6", 3), ("o4", 2), ("e7", 3)], chain.Effects.Select(effect => (effect.Event.Id.ToString(), effect.Depth)));
        Assert.False(chain.HasMoreEffects);
        Assert.Equal(["o2", "e3", "e2", "o1", "e1"], chain.Causes.Select(link => link.Id.ToString()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Shows_no_more_than_is_wanted_and_the_first_link_all_the_same(bool fromDatabase)
    {
        var chain = ChainOf("e7", fromDatabase, most: 3);
        Assert.Equal(["o4", "e5", "e4"], chain.Causes.Select(link => link.Id.ToString()));
        Assert.Equal("e1", chain.Root!.Id.ToString());
        Assert.True(ChainOf("e5", fromDatabase, most: 1).HasMoreEffects);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Finds_every_event_and_order_among_many(bool fromDatabase)
    {
        using var trace = Trace(fromDatabase);
        foreach (var told in events)
        {
            Assert.Equal((told.Id, told.Cause, told.Root, told.Block), Found(trace, told.Id));
            if (told.Fact is Settled settled) Assert.Equal((told.Cause, settled.Prompt, told.Root, told.Block), Found(trace, told.Cause));
        }
        Assert.Null(trace.Find(EventId.Event(events.Count + 1)));
        Assert.Null(trace.Find(EventId.Order(events.Count + 1)));
        Assert.Null(trace.Find(EventId.Of(IdKind.Hearing, 1)));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(0.02, true)]
    [InlineData(0.3, true)]
    [InlineData(0.6, true)]
    [InlineData(0.9, true)]
    [InlineData(0.999, false)] // what is missing then is no page that a link lies on
    public void Gives_a_torn_database_up_for_the_log(double left, bool isGivenUp)
    {
        Tell();
        var run = Record();
        using (var database = File.OpenWrite(run.PathOf(RunLayout.Database))) database.SetLength((long)(left * database.Length));
        var notes = new List<string>();
        using var trace = new RunTrace(run, notes.Add);
        foreach (var told in events) Assert.Equal((told.Id, told.Cause, told.Root, told.Block), Found(trace, told.Id));
        Assert.NotEmpty(trace.EffectsOf(new HashSet<EventId> { events[4].Id }, events[4].Block, 10).Events);
        Assert.Equal(isGivenUp ? 1 : 0, notes.Count(note => note.Contains("cannot be read", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tells_a_move_with_both_its_legs()
    {
        var (sold, bought) = (new Unstaked(Herd, Some.Apex, Herd, Alpha.Of(2), 1, Tao.Of(3), new Tao(1), Partial: false), new Staked(Herd, Some.Meme, Herd, Tao.Of(3), new Tao(1), Alpha.Of(4), 1, Partial: false));
        End(Some.FirstBlock + 1, new Move(Herd, Some.Apex, Herd, Some.Meme, Herd, Alpha.Of(2)), new Moved(Herd, sold, bought));
        using var trace = new DatabaseTrace(Record());
        Assert.Equal("herd-4 sold 2 alpha of SN1 for 3 TAO and herd-4 bought 4 alpha of SN28 for 3 TAO", trace.Find(EventId.Event(1))!.Text);
    }

    public void Dispose() => root.Dispose();

    private static (EventId, EventId, EventId, Block) Found(ITrace trace, EventId id)
    {
        var found = trace.Find(id) ?? throw new KeyNotFoundException($"{id} was not found.");
        return (found.Id, found.Cause, found.Root, found.Block);
    }

    private CausalChain ChainOf(string id, bool fromDatabase, int most = 100)
    {
        using var trace = Trace(fromDatabase);
        return CausalChain.Of(trace, trace.Find(EventId.Parse(id))!, most);
    }

    private ITrace Trace(bool fromDatabase)
    {
        Tell();
        var run = Record();
        return fromDatabase ? new DatabaseTrace(run) : new LogTrace(run.PathOf(RunLayout.Events));
    }

    private void Tell()
    {
        events.Clear();
        var at = Some.FirstBlock;
        var said = Note(at + 1, new Posted(Voter, Some.Meme, "News", 1), CausalLink.None);
        var weighed = End(at + 2, new SetWeights(Voter, Some.Meme, [new Link(1, 9)]), new WeightsSet(Voter, Some.Meme, 0, [new Link(1, 9)]), said);
        var epoch = Note(at + 3, new ChainFact(new EpochDrained(Some.Meme, Alpha.Of(4), Alpha.Of(4), Alpha.Of(2), Tao.Of(1), Alpha.Zero)), weighed);
        var sold = End(at + 4, new Unstake(Miner, Some.Meme, Miner, Alpha.Of(4)), new Unstaked(Miner, Some.Meme, Miner, Alpha.Of(4), 1, Tao.Of(1), new Tao(1), Partial: false), epoch);
        var told = Note(at + 4, new Posted(Miner, Some.Meme, "Holding", 0), sold);
        Buy(at + 5, told);
        Buy(at + 6, told);
        for (var i = 0; i < 2_000; i++) Buy(at + 7 + i / 10, CausalLink.None);
    }

    private void Buy(Block block, CausalLink prompt) =>
        End(block, new Stake(Herd, Some.Meme, Herd, Tao.Of(1)), new Staked(Herd, Some.Meme, Herd, Tao.Of(1), new Tao(1), Alpha.Of(3), 1, Partial: false), prompt);

    private CausalLink Note(Block block, RunFact fact, CausalLink cause)
    {
        var id = EventId.Event(events.Count + 1);
        events.Add(new RunEvent(id, cause.Id, cause.RootOf(id), block, fact));
        return new CausalLink(id, cause.RootOf(id));
    }

    private CausalLink End(Block block, LedgerCommand command, Outcome outcome, CausalLink prompt = default)
    {
        var (id, order) = (EventId.Event(events.Count + 1), EventId.Order(events.Count(told => told.Fact is Settled) + 1));
        events.Add(new RunEvent(id, order, prompt.RootOf(order), block, new Settled(command, outcome, prompt.Id)));
        return new CausalLink(id, prompt.RootOf(order));
    }

    private RunReader Record()
    {
        var folder = RunFolder.Create(root, "chained", replace: true);
        using var recorder = RunRecorder.Start(folder, Some.Plan(Some.Ledger(), LogTopics.All));
        foreach (var block in events.GroupBy(told => told.Block)) recorder.Post(new BlockBatch(block.Key, [.. block]));
        recorder.Complete(new RunEnding("00", [], []));
        return RunReader.Open(folder.Path);
    }
}
