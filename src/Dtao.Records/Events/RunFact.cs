using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Records.Events;

/// <summary>What an event says. Holds the ledger's own records, so that the lane that makes it formats nothing.</summary>
public abstract record RunFact;

/// <param name="HashHead">Head of the state-hash chain before the first block.</param>
public sealed record RunStarted(int Agents, int Subnets, string HashHead) : RunFact;

/// <param name="HashHead">Head of the state-hash chain after the last block.</param>
public sealed record RunEnded(long Blocks, string HashHead) : RunFact
{
    /// <summary>How many of each there were, so that a reader of the whole log knows that nothing is missing.</summary>
    public ToldCounts Counts { get; init; }
}

/// <summary>How often each letter of an id was given; this event is the last of its own.</summary>
public readonly record struct ToldCounts(long Events, long Orders, long Hearings, long Payments);

/// <summary>The one end of an order: a fill or a refusal. The event's cause is the order's id.</summary>
/// <param name="Prompt">What the agent had last learnt of that subnet: a posting it heard, or an epoch that paid it; none where there was nothing.</param>
public sealed record Settled(LedgerCommand Command, Outcome Outcome, EventId Prompt = default) : RunFact;

/// <summary>What the chain did by itself: <see cref="EpochDrained"/>, <see cref="CapBegan"/>, <see cref="CapEnded"/>, <see cref="EmissionHalved"/>.</summary>
public sealed record ChainFact(LedgerEvent Event) : RunFact;

/// <summary>A fact that an agent told the others.</summary>
/// <param name="Netuid">The subnet it is about; root for none.</param>
public sealed record Posted(AccountId By, NetUid Netuid, string Topic, double Value) : RunFact
{
    /// <summary>Whom it is about, if it is about one account.</summary>
    public AccountId? Of { get; init; }
}

/// <summary>An agent took in a posting; the event's cause is the posting.</summary>
public sealed record HeardPost(AccountId By, NetUid Netuid, string Topic, double Value) : RunFact;

/// <summary>What an epoch paid to one account; the event's cause is the epoch.</summary>
public sealed record Paid(NetUid Netuid, Payment Payment) : RunFact;

/// <summary>The rules that the run's ledger goes by, as JSON.</summary>
public sealed record RulesGiven(string Rules) : RunFact;

/// <summary>A part of the ledger as it is saved before the first block, base64; all parts one after another are the whole.</summary>
public sealed record LedgerGiven(int Part, int Parts, string Ledger) : RunFact;

/// <summary>An agent's strategy threw.</summary>
public sealed record AgentFaulted(AccountId Account, string Error) : RunFact;
