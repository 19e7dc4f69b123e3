using System.Collections.Immutable;
using Dtao.Records.Detectors;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Log;
using Dtao.Records.Summaries;

namespace Dtao.Records.Recording;

/// <summary>What is known before the first block, and what of the run is to be kept.</summary>
public sealed record RecordingPlan
{
    public required RunIdentity Identity { get; init; }

    /// <summary>The config as given.</summary>
    public required string Config { get; init; }

    /// <summary>The config as it took effect, with the origin of each value.</summary>
    public required string EffectiveConfig { get; init; }

    public required ImmutableArray<RunAgent> Agents { get; init; }

    public required ImmutableArray<AgentWealth> StartWealth { get; init; }

    /// <summary>The economy before the first block; the first sample.</summary>
    public required BlockSample Opening { get; init; }

    /// <summary>The ledger before the first block, for a log that gives the last state by itself; null where that is not asked for.</summary>
    public OpeningState? State { get; init; }

    public required SimulatedTime Time { get; init; }

    /// <summary>Weight of a TAO on root against an alpha, 0 to 1.</summary>
    public required double TaoWeight { get; init; }

    /// <summary>Share of a subnet's active stake weight that sets its consensus, 0 to 1.</summary>
    public required double Kappa { get; init; }

    /// <summary>Share of dividends that a validator keeps from its nominators, 0 to 1.</summary>
    public required double DelegateTake { get; init; }

    /// <summary>Share of root's voting weight that the first on root commands at genesis, its own included, 0 to 1; 0 where nothing is lent to it.</summary>
    public required double LentToFirst { get; init; }

    public required LogTopics Topics { get; init; }

    /// <summary>A fill makes the narrative from this share of the pool's TAO reserve on; 0.02 is 2 %.</summary>
    public required double NotableShare { get; init; }

    /// <summary>From where on detectors speak; null where none is to watch.</summary>
    public DetectorRules? Detectors { get; init; }

    /// <summary>How many events may wait for the writer before the lane waits; a batch larger than this passes alone. Above 0.</summary>
    public required int QueuedEvents { get; init; }
}

/// <summary>What is known after the last block.</summary>
/// <param name="HashHead">Head of the state-hash chain.</param>
/// <param name="Wall">Null where nobody looked at a clock.</param>
/// <param name="Holdings">Who holds what.</param>
public sealed record RunEnding(string HashHead, ImmutableArray<AgentWealth> Wealth, ImmutableArray<AccountHolding> Holdings, WallTimes? Wall = null);
