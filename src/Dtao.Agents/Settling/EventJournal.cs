using System.Collections.Immutable;
using Dtao.Agents.Running;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Acting;

namespace Dtao.Agents.Settling;

/// <summary>Numbers what happens and gathers it into the block's batch. Writes nothing while nobody keeps the record.</summary>
internal sealed class EventJournal(RunPlan plan)
{
    private readonly IEconomy economy = plan.Economy;
    private readonly bool isKept = plan.Sink is not null;
    private readonly PriceTape tape = new(plan.PriceStep);
    private readonly ImmutableArray<RunEvent>.Builder events = ImmutableArray.CreateBuilder<RunEvent>();
    private Block block;
    private long lastEvent, lastOrder;

    public void Open(Block opened, IReadOnlyList<LedgerEvent> chainEvents)
    {
        block = opened;
        if (!isKept) return;
        if (opened == plan.Genesis + 1) Note(new RunStarted(plan.Seats.Count, economy.View().Quotes.Length, economy.HashHead));
        foreach (var chainEvent in chainEvents) Note(new ChainFact(chainEvent));
    }

    public void Settled(LedgerCommand command, Outcome outcome)
    {
        if (isKept) events.Add(RunEvent.EndOf(EventId.Order(++lastOrder), EventId.Event(++lastEvent), block, new Settled(command, outcome)));
    }

    public void Posted(int seat, Post post)
    {
        if (isKept) Note(new Posted(plan.Seats[seat].Account, post.Netuid, post.Topic.ToString(), post.Value));
    }

    public void Faulted(int seat, Exception fault)
    {
        if (isKept) Note(new AgentFaulted(plan.Seats[seat].Account, fault.GetType().Name + ": " + fault.Message));
    }

    /// <summary>The block's batch, with a sample of the market when one is due; null where nobody keeps the record.</summary>
    public BlockBatch? Close()
    {
        if (!isKept) return null;
        if (block == plan.LastBlock) Note(new RunEnded(block - plan.Genesis, economy.HashHead));
        var isSampled = (block - plan.Genesis) % plan.SampleEveryBlocks == 0 || block == plan.LastBlock;
        var isPriced = (block - plan.Genesis) % plan.PricesEveryBlocks == 0 || block == plan.LastBlock;
        return new BlockBatch(block, events.DrainToImmutable(), isSampled ? economy.Sample() : null, isPriced ? tape.Changed(economy.Prices()) : []);
    }

    private void Note(RunFact fact) => events.Add(RunEvent.First(EventId.Event(++lastEvent), block, fact));
}
