using Dtao.Hocon;
using Dtao.Protocol.Registration;

namespace Dtao.Agents.Configuration;

/// <summary>Reads what a rule set says of registering neurons and subnets.</summary>
internal static class RegistrationReader
{
    public static RegistrationRules Neurons(ConfigReader c) => new()
    {
        MaxNeurons = (int)c.Whole("max-neurons", atLeast: 1, atMost: 256),
        ImmunityBlocks = c.Blocks("immunity"),
        AdjustmentBlocks = c.Blocks("adjustment-interval", atLeast: 1),
        TargetPerInterval = (ushort)c.Whole("target-per-interval", atLeast: 1, atMost: 1000),
        AdjustmentAlphaU64 = c.Whole("adjustment-alpha-u64"),
        MaxPerBlock = (ushort)c.Whole("max-per-block", atMost: 256),
        InitialBurnRao = c.Tao("initial-burn", atMost: 1_000_000_000_000_000),
        MinimumBurnRao = c.Tao("minimum-burn", atMost: 1_000_000_000_000_000),
        MaximumBurnRao = c.Tao("maximum-burn", atMost: 1_000_000_000_000_000),
        BurnHalfLifeBlocks = c.Blocks("burn-half-life", atMost: 1_000_000),
        BurnMultiplier = c.Number("burn-multiplier", atLeast: 1, atMost: 100),
    };

    public static SubnetRules Subnets(ConfigReader c) => new()
    {
        MinimumLockRao = c.Tao("minimum-lock", atLeast: 10_000_000, atMost: 1_000_000_000_000_000),
        LockReductionBlocks = (ulong)c.Blocks("lock-reduction-interval", atLeast: 1),
        RateLimitBlocks = c.Blocks("rate-limit"),
        LastLockRao = c.Tao("last-lock", atMost: 1_000_000_000_000_000),
        LastLockAgeBlocks = c.Blocks("last-lock-age"),
        Limit = (int)c.Whole("limit", atMost: 1024),
        ImmunityBlocks = c.Blocks("immunity"),
        OpenAtMedian = c.Flag("open-at-median"),
        WithholdPool = c.Flag("withhold-pool"),
    };
}
