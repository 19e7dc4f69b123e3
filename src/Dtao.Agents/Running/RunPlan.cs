using Dtao.Agents.Lanes;
using Dtao.Agents.Settling;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Agents.Running;

/// <summary>What to do when a strategy throws.</summary>
public enum OnStrategyError
{
    /// <summary>The run stops, naming agent, strategy and block.</summary>
    Fail,

    /// <summary>The agent is never woken again; what it holds stays where it is.</summary>
    Quarantine,
}

/// <summary>All that one run is a function of, but for <see cref="Stop"/> and <see cref="StrategyTimeLimit"/>, which can only end it early.</summary>
public sealed record RunPlan
{
    public required ulong Seed { get; init; }

    /// <summary>The block before the first one that is opened.</summary>
    public required Block Genesis { get; init; }

    public required Block LastBlock { get; init; }

    public required IEconomy Economy { get; init; }

    public required IReadOnlyList<Seat> Seats { get; init; }

    /// <summary>By seat: the seats that hear what it posts.</summary>
    public required IReadOnlyList<int[]> Listeners { get; init; }

    /// <summary>Posts that a sleeper keeps.</summary>
    public required int FeedCapacity { get; init; }

    public required SettlementOrder Ordering { get; init; }

    public required OnStrategyError OnStrategyError { get; init; }

    /// <summary>How long one decision may take before the run is given up.</summary>
    public required TimeSpan StrategyTimeLimit { get; init; }

    /// <summary>Where it says how far it is; null where only its own watchdog is to know.</summary>
    public LaneProgress? Progress { get; init; }

    /// <summary>Who keeps the events; null keeps none.</summary>
    public IBlockSink? Sink { get; init; }

    /// <summary>Blocks between samples of the whole market for the record.</summary>
    public long SampleEveryBlocks { get; init; } = long.MaxValue;

    /// <summary>Blocks between looks at the prices alone.</summary>
    public long PricesEveryBlocks { get; init; } = long.MaxValue;

    /// <summary>A price is told when it differs from the one last told by more than this fraction.</summary>
    public double PriceStep { get; init; }

    /// <summary>Whether every hearing of a posting is an event of its own.</summary>
    public bool TellsHearings { get; init; }

    /// <summary>Whether every payment of an epoch is an event of its own.</summary>
    public bool TellsPayments { get; init; }

    /// <summary>Measures where the lane's time goes; null measures nothing. What happens in a run does not depend on it.</summary>
    public RunProfile? Profile { get; init; }

    public CancellationToken Stop { get; init; }
}

/// <summary>Keeps what a run did, block by block.</summary>
public interface IBlockSink
{
    /// <summary>Takes a block's events; may wait, never drops.</summary>
    void Take(BlockBatch batch);
}
