using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Records.Events;

/// <summary>What an event says. Holds the ledger's own records, so that the lane that makes it formats nothing.</summary>
public abstract record RunFact;

/// <param name="HashHead">Head of the state-hash chain before the first block.</param>
public sealed record RunStarted(int Agents, int Subnets, string HashHead) : RunFact;

/// <param name="HashHead">Head of the state-hash chain after the last block.</param>
public sealed record RunEnded(long Blocks, string HashHead) : RunFact;

/// <summary>The one end of an order: a fill or a refusal. The event's cause is the order's id.</summary>
/// <param name="Prompt">What made the agent order, a posting it heard for instance; none when it woke by itself.</param>
public sealed record Settled(LedgerCommand Command, Outcome Outcome, EventId Prompt = default) : RunFact;

/// <summary>What the chain did by itself: <see cref="EpochDrained"/>, <see cref="CapBegan"/>, <see cref="CapEnded"/>, <see cref="EmissionHalved"/>.</summary>
public sealed record ChainFact(LedgerEvent Event) : RunFact;

/// <summary>A fact that an agent told the others.</summary>
/// <param name="Netuid">The subnet it is about; root for none.</param>
public sealed record Posted(AccountId By, NetUid Netuid, string Topic, double Value) : RunFact;

/// <summary>An agent's strategy threw.</summary>
public sealed record AgentFaulted(AccountId Account, string Error) : RunFact;
