using Dtao.Protocol.Units;

namespace Dtao.Protocol.Registration;

/// <summary>What it takes to register a subnet. Values and sources stand in <c>config/protocol/</c>.</summary>
public sealed record SubnetRules
{
    /// <summary>The least that a subnet costs, and the TAO and the alpha of its new pool, rao.</summary>
    public required ulong MinimumLockRao { get; init; }

    /// <summary>In so many blocks the last lock is worn off.</summary>
    public required ulong LockReductionBlocks { get; init; }

    /// <summary>Blocks between two registrations, whoever they are by.</summary>
    public required long RateLimitBlocks { get; init; }

    /// <summary>The last lock paid before genesis, rao; 0 is none.</summary>
    public required ulong LastLockRao { get; init; }

    /// <summary>Blocks between that lock and genesis.</summary>
    public required long LastLockAgeBlocks { get; init; }

    public Tao MinimumLock => new(MinimumLockRao);
}
