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
        Payout = DividendPayout.Conserving,
    };

    public static ISubnetShares Shares { get; } = new PriceShares();

    public static IConsensus Consensus { get; } = new DividendsByStake();
}
