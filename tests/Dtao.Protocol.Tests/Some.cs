using Dtao.Protocol.Consensus;
using Dtao.Protocol.Emission;
using Dtao.Protocol.Ledgers;

namespace Dtao.Protocol.Tests;

/// <summary>The launch rules, as the chain had them, and small fixtures.</summary>
internal static class Some
{
    public static ProtocolRules Rules { get; } = new()
    {
        TotalSupplyRao = 21_000_000_000_000_000,
        BlockEmissionRao = 1_000_000_000,
        TaoWeightU64 = 3_320_413_933_267_719_290,
        OwnerCutU16 = 11_796,
        DelegateTakeU16 = 11_796,
        MovingAlphaRaw = 12_885,
        MovingPriceCap = 1,
        MovingPriceRampBlocks = 0,
        StakingFeeRao = 50_000,
        MinimumStakeRao = 500_000,
        MinimumLiquidityRao = 10_000_000,
        TempoBlocks = 360,
        ActivityCutoffBlocks = 5000,
        MaxValidators = 64,
        WeightsRateLimitBlocks = 100,
        MinimumWeights = 1,
        Consensus = new ConsensusRules { KappaU16 = 32_767, BondsMovingAverageMillionths = 900_000, BondsPenaltyU16 = 0 },
        Payout = DividendPayout.Conserving,
    };

    public static ISubnetShares Shares { get; } = new PriceShares();

    /// <summary>A new one each time: it keeps buffers, and tests run side by side.</summary>
    public static IConsensus Consensus => new YumaConsensus();
}
