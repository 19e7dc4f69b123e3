using System.Collections.Immutable;
using Dtao.Agents.Running;
using Dtao.Agents.Talking;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Settling;

/// <summary>Numbers what happens, says what brought it about, and gathers it into the block's batch. Writes nothing while nobody keeps the record.</summary>
internal sealed class EventJournal(RunPlan plan)
{
    private readonly IEconomy economy = plan.Economy;
    private readonly bool isKept = plan.Sink is not null;
    private readonly PriceTape tape = new(plan.PriceStep);
    private readonly CausalBook causes = new(plan.Sink is null ? 0 : plan.Seats.Count);
    private readonly ImmutableArray<RunEvent>.Builder events = ImmutableArray.CreateBuilder<RunEvent>();
    private Block block;
    private long lastEvent, lastOrder, lastHearing, lastPayment;

    public void Open(Block opened, IReadOnlyList<LedgerEvent> chainEvents)
    {
        block = opened;
        if (!isKept) return;
        using var stay = RunProfile.In(plan.Profile, RunPhase.Recording);
        if (opened == plan.Genesis + 1) Note(new RunStarted(plan.Seats.Count, economy.View().Quotes.Length, economy.HashHead));
        foreach (var happened in chainEvents) Note(happened);
    }

    /// <summary>What an agent took in before it decided.</summary>
    public void Heard(int seat, Feed feed)
    {
        if (!isKept || feed is not TracedFeed traced) return;
        using var stay = RunProfile.In(plan.Profile, RunPhase.Recording);
        causes.Heard(seat, traced);
        if (!plan.TellsHearings) return;
        foreach (var notice in traced.Notices) Hears(plan.Seats[seat].Account, notice.Heard, notice.Link);
    }

    public void Settled(int seat, LedgerCommand command, Outcome outcome)
    {
        if (!isKept) return;
        using var stay = RunProfile.In(plan.Profile, RunPhase.Recording);
        var (order, id, prompt) = (EventId.Order(++lastOrder), EventId.Event(++lastEvent), causes.CauseOf(seat, command));
        var link = new CausalLink(id, prompt.RootOf(order));
        events.Add(new RunEvent(id, order, link.Root, block, new Settled(command, outcome, prompt.Id)));
        causes.Note(seat, outcome, link);
    }

    /// <returns>What the record calls the posting.</returns>
    public CausalLink Posted(int seat, Post post) => isKept
        ? Note(new Posted(plan.Seats[seat].Account, post.Netuid, post.Topic.ToString(), post.Value) { Of = post.Of }, causes.CauseOf(seat, post))
        : CausalLink.None;

    public void Faulted(int seat, Exception fault)
    {
        if (isKept) Note(new AgentFaulted(plan.Seats[seat].Account, fault.GetType().Name + ": " + fault.Message));
    }

    /// <summary>The block's batch, with a sample of the market when one is due; null where nobody keeps the record.</summary>
    public BlockBatch? Close()
    {
        if (!isKept) return null;
        using var stay = RunProfile.In(plan.Profile, RunPhase.Recording);
        if (block == plan.LastBlock) Note(Ended());
        var isSampled = (block - plan.Genesis) % plan.SampleEveryBlocks == 0 || block == plan.LastBlock;
        var isPriced = (block - plan.Genesis) % plan.PricesEveryBlocks == 0 || block == plan.LastBlock;
        return new BlockBatch(block, Gathered(), isSampled ? economy.Sample() : null, isPriced ? tape.Changed(economy.Prices()) : []);
    }

    /// <summary>A list as long as it must be: the place where events are gathered is used again, and grows once and not in every block.</summary>
    private ImmutableArray<RunEvent> Gathered()
    {
        var gathered = events.ToImmutable();
        events.Clear();
        return gathered;
    }

    private RunEnded Ended() =>
        new(block - plan.Genesis, economy.HashHead) { Counts = new ToldCounts(lastEvent + 1, lastOrder, lastHearing, lastPayment) };

    private void Note(LedgerEvent happened)
    {
        var link = Note(new ChainFact(happened), causes.CauseOf(happened));
        causes.Note(happened, link);
        if (plan.TellsPayments && happened is EpochDrained { Pay: { } pay } epoch)
            foreach (var payment in pay.All())
                events.Add(new RunEvent(EventId.Of(IdKind.Payment, ++lastPayment), link.Id, link.Root, block, new Paid(epoch.Netuid, payment)));
    }

    private void Hears(AccountId account, in Heard post, CausalLink posting) => events.Add(new RunEvent(
        EventId.Of(IdKind.Hearing, ++lastHearing), posting.Id, posting.Root, block, new HeardPost(account, post.Netuid, post.Topic.ToString(), post.Value)));

    private CausalLink Note(RunFact fact, CausalLink cause = default)
    {
        var id = EventId.Event(++lastEvent);
        var link = new CausalLink(id, cause.RootOf(id));
        events.Add(new RunEvent(id, cause.Id, link.Root, block, fact));
        return link;
    }
}
