using System.Diagnostics;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Log;

/// <summary>Which topic an event belongs to. A fill makes the narrative when its TAO is a notable share of the pool's reserve at the last sample.</summary>
/// <param name="notableShare">Share of the TAO reserve; 0.02 is 2 %, 0 tells every fill.</param>
/// <remarks>So does a posting on what a subnet pays for and with what stake weight: few are made, and much follows from them.</remarks>
internal sealed class Narrative(double notableShare)
{
    private readonly Dictionary<int, Tao> reserves = [];

    public void See(MarketView market)
    {
        foreach (var quote in market.Quotes) reserves[quote.Netuid.Value] = quote.TaoReserve;
        reserves[NetUid.Root.Value] = market.RootStaked;
    }

    public LogTopic TopicOf(RunFact fact) => fact switch
    {
        Settled { Outcome: SubnetRegistered or SubnetSold or SubnetStarted } => LogTopic.Narrative,
        Settled { Outcome: Staked or Unstaked or Moved or Redelegated } settled => IsNotable(settled.Outcome) ? LogTopic.Narrative : LogTopic.Trades,
        Settled => LogTopic.Decisions,
        Posted { Topic: "PayForHolding" or "PayForSelling" or "StakeShare" } => LogTopic.Narrative,
        Posted => LogTopic.Decisions,
        ChainFact { Event: EpochDrained } => LogTopic.Epochs,
        HeardPost => LogTopic.Hearings,
        Paid => LogTopic.Payments,
        RulesGiven or LedgerGiven => LogTopic.Ledger,
        RunStarted or RunEnded or AgentFaulted or ChainFact => LogTopic.Narrative,
        _ => throw new UnreachableException($"No topic for {fact}."),
    };

    private bool IsNotable(Outcome outcome) => outcome switch
    {
        Staked staked => IsNotable(staked.Netuid, staked.Paid),
        Unstaked unstaked => IsNotable(unstaked.Netuid, unstaked.Received),
        Moved moved => IsNotable(moved.Out) || moved.In is { } leg && IsNotable(leg),
        _ => false,
    };

    private bool IsNotable(NetUid netuid, Tao amount) =>
        reserves.TryGetValue(netuid.Value, out var reserve) && amount.Rao >= notableShare * reserve.Rao;
}
