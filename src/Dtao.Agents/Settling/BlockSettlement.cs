using System.Runtime.InteropServices;
using Dtao.Agents.Conversation;
using Dtao.Agents.Running;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Memory;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Settling;

/// <summary>One block from its opening to its close: statements out, intents in, all settled in the order of their lots.</summary>
public sealed class BlockSettlement(RunPlan plan)
{
    private const int IntentsAhead = 8, CommandsAhead = 4, IntentLines = 2, CommandLines = 2;

    private readonly IEconomy economy = plan.Profile is { } profile ? new ProfiledEconomy(plan.Economy, profile) : plan.Economy;
    private readonly EventJournal journal = new(plan);
    private readonly List<AgentIntent> intents = [];
    private readonly bool[] hearsFills = [.. plan.Seats.Select(seat => seat.Strategy is IHearsFills)];
    private readonly AccountId[] accounts = [.. plan.Seats.Select(seat => seat.Account)];
    private readonly ulong[] keys = [.. plan.Seats.Select(seat => seat.Key)];
    private readonly LastOutcomes last = new();
    private readonly SeatsByAccount seats = new(plan.Seats);
    private readonly LotOrder order = new();
    private readonly Tidings tidings = new();
    private Lot[] lots = [];
    private OpenBlock open = new(plan.Genesis, [], PricesWanted: false);
    private IReadOnlyList<LedgerEvent> chainEvents = [];

    /// <summary>Shows what the block before left to those who are woken: they decide before anything moves.</summary>
    public BlockOpened? Open(OpenBlock request) => Guarded(() => OpenNow(request));

    /// <summary>Takes one intent; true when it was the last one that this block waits for.</summary>
    public bool Take(AgentIntent intent)
    {
        intents.Add(intent);
        return intents.Count == open.Wakers.Length;
    }

    /// <summary>Lets the chain do its own step, settles what came in, checks every law, and says what happened.</summary>
    /// <exception cref="InvariantBreach">A law broke.</exception>
    /// <exception cref="StrategyFault">A strategy threw, and the plan does not bear that.</exception>
    public SettledBlock Close() => Guarded(CloseNow);

    private BlockOpened? OpenNow(OpenBlock request)
    {
        open = request;
        return request.Wakers.IsEmpty ? null : new BlockOpened(request.Block, request.Wakers, economy.View(), new Statements(economy, accounts, request.Wakers, Breach));
    }

    private SettledBlock CloseNow()
    {
        tidings.Clear();
        chainEvents = economy.OpenBlock(open.Block);
        journal.Open(open.Block, chainEvents);
        SettleAll(order.Sort(Lots()));
        economy.CloseBlock(isLast: open.Block == plan.LastBlock);
        var closed = new BlockClosed(open.Block, tidings.Requests, tidings.Posts, open.PricesWanted ? economy.Prices() : [], SignalsOf());
        intents.Clear();
        return new SettledBlock(closed, journal.Close(), tidings.Hearers, tidings.Outcomes);
    }

    private T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (InvariantBreach.Is(e))
        {
            throw Breach(e);
        }
    }

    private InvariantBreach Breach(Exception thrown) => new(plan.Seed, open.Block, last.ToText(), thrown);

    private void SettleAll(ReadOnlySpan<Lot> sorted)
    {
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted.Length - i > IntentsAhead) FetchNext(sorted[i..]);
            Settle(intents[sorted[i].Index]);
        }
    }

    /// <summary>Those whose lots are next sent their intents a while ago, and in another order: first the intent, and some lots later what it orders and for whom.</summary>
    private void FetchNext(ReadOnlySpan<Lot> sorted)
    {
        CacheLines.Fetch(intents[sorted[IntentsAhead].Index], IntentLines);
        var soon = sorted[CommandsAhead];
        if (ImmutableCollectionsMarshal.AsArray(intents[soon.Index].Intent.Commands) is not [{ } first, ..]) return;
        CacheLines.Fetch(first, CommandLines);
        economy.Fetch(accounts[soon.Agent]);
    }

    private void Settle(AgentIntent answer)
    {
        if (answer.Fault is { } fault)
        {
            Quarantine(answer.Seat, fault);
            return;
        }
        if (answer.Heard is { } feed) journal.Heard(answer.Seat, feed);
        foreach (var command in answer.Intent.Commands)
        {
            var outcome = economy.Settle(command);
            journal.Settled(answer.Seat, command, outcome);
            last.Add(outcome);
            if (outcome is SubnetRegistered) tidings.NewSubnet = true;
            if (outcome is not Refused) tidings.Filled.Add(answer.Seat);
            if (hearsFills[answer.Seat]) tidings.Tell(answer.Seat, outcome);
        }
        foreach (var post in answer.Intent.Posts)
        {
            tidings.Posts.Add(new SeatPost(answer.Seat, post, journal.Posted(answer.Seat, post)));
        }
        if (!answer.Intent.Conditions.IsEmpty) tidings.Requests.Add(new WakeRequest(answer.Seat, answer.Intent.Conditions, Silenced: false));
    }

    private void Quarantine(int seat, Exception fault)
    {
        if (plan.OnStrategyError == OnStrategyError.Fail)
            throw new StrategyFault(plan.Seats[seat], open.Block, FormattableString.Invariant($"threw {fault.GetType().Name}: {fault.Message}"), fault);
        journal.Faulted(seat, fault);
        tidings.Requests.Add(new WakeRequest(seat, [], Silenced: true));
    }

    private ReadOnlySpan<Lot> Lots()
    {
        if (lots.Length < intents.Count) lots = new Lot[intents.Count * 2];
        for (var i = 0; i < intents.Count; i++) lots[i] = new Lot(LotOf(intents[i].Seat), intents[i].Seat, i);
        return lots.AsSpan(0, intents.Count);
    }

    private ulong LotOf(int seat) => plan.Ordering == SettlementOrder.Fifo ? 0 : Dice.Lot(plan.Seed, keys[seat], open.Block.Height);

    private BlockSignals SignalsOf()
    {
        if (tidings.Filled.Count == 0 && chainEvents.Count == 0) return BlockSignals.Quiet;
        foreach (var happened in chainEvents)
            if (happened is EpochDrained epoch)
                Note(epoch);
        return new BlockSignals(tidings.Filled, tidings.Paid, tidings.Epochs, tidings.NewSubnet);
    }

    private void Note(EpochDrained epoch)
    {
        tidings.Epochs.Add(epoch.Netuid);
        foreach (var account in epoch.Paid)
            if (seats.Of(account) is { } seat)
                tidings.Paid.Add(seat);
    }
}

/// <summary>A closed block: what goes round the ring, what goes on record, and which seats are told of an outcome, one each, in the same order.</summary>
public readonly record struct SettledBlock(BlockClosed Closed, BlockBatch? Batch, IReadOnlyList<int> Hearers, IReadOnlyList<Outcome> Outcomes);
