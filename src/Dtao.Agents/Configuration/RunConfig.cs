using Dtao.Agents.Graphs;
using Dtao.Agents.Running;
using Dtao.Agents.Settling;
using Dtao.Protocol.Ledgers;
using Dtao.Records.Detectors;

namespace Dtao.Agents.Configuration;

/// <summary>One run, fully specified: with a seed and a version of the program it determines every bit. Keys and meanings: <c>config/reference.conf</c>.</summary>
public sealed record RunConfig
{
    public required RunSection Run { get; init; }

    public required RecordSection Record { get; init; }

    public required DetectorRules Detectors { get; init; }

    public required ProtocolRules Protocol { get; init; }

    public required GenesisSection Genesis { get; init; }

    public required ForumSection Forum { get; init; }

    /// <summary>In the order in which they are first named, which is the order of their seats.</summary>
    public required IReadOnlyList<CohortSection> Cohorts { get; init; }
}

/// <param name="StrategyTimeLimit">Wall time that one decision may take.</param>
public sealed record RunSection(ulong Seed, long DurationBlocks, SettlementOrder Ordering, OnStrategyError OnStrategyError, TimeSpan StrategyTimeLimit);

/// <param name="SampleBlocks">Blocks between samples of the whole market.</param>
/// <param name="PriceBlocks">Blocks between looks at the prices alone.</param>
/// <param name="PriceStep">Change from which a price is written at such a look, as a fraction.</param>
/// <param name="BigTrade">From which share of the pool's TAO on a trade is part of the narrative.</param>
/// <param name="Topics">What else goes into the log: trades, decisions, epochs, hearings, payments, ledger.</param>
/// <param name="SaveAt">Blocks after genesis at whose close the whole ledger is saved.</param>
public sealed record RecordSection(long SampleBlocks, long PriceBlocks, double PriceStep, double BigTrade, IReadOnlyList<string> Topics, IReadOnlyList<long> SaveAt);

/// <param name="FeedCapacity">Posts that a sleeper keeps.</param>
public sealed record ForumSection(SocialGraph Graph, int FeedCapacity);
