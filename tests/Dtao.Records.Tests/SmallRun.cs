using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Log;
using Dtao.Records.Recording;

namespace Dtao.Records.Tests;

/// <summary>A run of some hundred blocks in which every kind of event happens.</summary>
internal sealed class SmallRun
{
    private readonly Ledger ledger = Some.Ledger();
    private readonly List<RunEvent> events = [];
    private long lastOrder, lastEvent;

    public SmallRun(int blocks = 400, LogTopics? topics = null, Func<int, string>? name = null)
    {
        Plan = Some.Plan(ledger, topics, name) with { State = OpeningState.Of(ledger) };
        Batches = [.. Enumerable.Range(1, blocks).Select(i => Block(Some.FirstBlock + i, isFirst: i == 1, isLast: i == blocks))];
        Ending = new RunEnding(ledger.HashHead, Some.WealthOf(ledger.State), AccountHolding.AllOf(ledger.State));
    }

    public RecordingPlan Plan { get; init; }

    public ImmutableArray<BlockBatch> Batches { get; }

    public RunEnding Ending { get; }

    public LedgerState State => ledger.State;

    public long Trades => Batches.Sum(batch => batch.Events.LongCount(told => told.Fact is Settled { Outcome: Staked or Unstaked or Moved or Redelegated }));

    /// <summary>Records everything under <paramref name="root"/> and returns the folder's path.</summary>
    public string Record(string root, IWriteGate? gate = null, string name = "small", bool replace = false)
    {
        var folder = RunFolder.Create(root, name, replace, gate);
        using var recorder = RunRecorder.Start(folder, Plan);
        foreach (var batch in Batches) recorder.Post(batch);
        recorder.Complete(Ending);
        return folder.Path;
    }

    private BlockBatch Block(Block block, bool isFirst, bool isLast)
    {
        events.Clear();
        if (isFirst) Tell(block, new RunStarted(4, 2, ledger.HashHead));
        foreach (var happened in ledger.OpenBlock(block)) Tell(block, new ChainFact(happened));
        foreach (var command in Orders(block)) Settle(block, command);
        if (block.Height % 50 == 0) Tell(block, new Posted(new AccountId(2), Some.Meme, "price", 0.125));
        if (block.Height % 100 == 0) Tell(block, new AgentFaulted(new AccountId(3), "Attempted to divide by zero."));
        ledger.CloseBlock();
        if (isLast) ledger.Audit();
        if (isLast) Tell(block, new RunEnded(block - Some.FirstBlock, ledger.HashHead) { Counts = new ToldCounts(lastEvent + 1, lastOrder, 0, 0) });
        return new BlockBatch(block, [.. events], isLast || (block - Some.FirstBlock) % 10 == 0 ? BlockSample.Of(ledger.State) : null, Prices());
    }

    private ImmutableArray<PriceTick> Prices() => [.. ledger.State.Subnets.Select(subnet => new PriceTick(subnet.Netuid, SubnetQuote.PriceOf(subnet.Pool)))];

    private static IEnumerable<LedgerCommand> Orders(Block block)
    {
        var (calm, herd) = (new AccountId(2), new AccountId(3));
        var turn = block.Height % 7;
        if (turn == 0) yield return block.Height % 2 == 0 ? new Deposit(herd, Tao.Of(2)) : new Withdraw(herd, Tao.Of(1));
        if (turn == 0) yield return new ReportUsefulness(new AccountId(4), Some.Meme, Tao.Of(block.Height % 3));
        if (turn == 1) yield return new Stake(calm, Some.Apex, calm, Tao.Of(0.5m));
        if (turn == 2) yield return new Stake(herd, Some.Meme, herd, block.Height % 2 == 0 ? Tao.Of(25) : Tao.Of(1));
        if (turn == 3) yield return new Unstake(herd, Some.Meme, herd, Alpha.Of(9), new PriceLimit(1, AllowPartial: true));
        if (turn == 4) yield return new Move(calm, Some.Apex, calm, Some.Meme, calm, Alpha.Of(1));
        if (turn == 5) yield return new Move(calm, Some.Apex, calm, Some.Apex, herd, Alpha.Of(0.5m));
        if (turn == 6) yield return new Stake(calm, new NetUid(999), calm, Tao.Of(1));
    }

    private void Settle(Block block, LedgerCommand command)
    {
        var settled = new Settled(command, ledger.Settle(command));
        events.Add(RunEvent.EndOf(EventId.Order(++lastOrder), EventId.Event(++lastEvent), block, settled));
    }

    private void Tell(Block block, RunFact fact) => events.Add(RunEvent.First(EventId.Event(++lastEvent), block, fact));
}
