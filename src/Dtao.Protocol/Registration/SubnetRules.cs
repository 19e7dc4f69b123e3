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

    /// <summary>Most subnets that there may be; one more takes the place of the cheapest. 0 is no limit.</summary>
    public required int Limit { get; init; }

    /// <summary>So long after its registration a subnet is not taken off, blocks.</summary>
    public required long ImmunityBlocks { get; init; }

    /// <summary>Whether the whole lock opens the new pool, at the median price; else the minimum lock at price 1.</summary>
    public required bool OpenAtMedian { get; init; }

    /// <summary>Whether the alpha in the pool of a subnet registered from now on counts as the chain's own when it is taken off.</summary>
    public required bool WithholdPool { get; init; }

    /// <summary>The lock before <paramref name="block"/> that the rules name, and when it was paid; block 0 is never.</summary>
    public (Tao Lock, Block PaidAt) LastLockBefore(Block block) => LastLockRao == 0 ? default : (new Tao(LastLockRao), new Block(block.Height - LastLockAgeBlocks));

    public Tao MinimumLock => new(MinimumLockRao);
}
