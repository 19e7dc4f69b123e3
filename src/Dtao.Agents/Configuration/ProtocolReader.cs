using Dtao.Hocon;
using Dtao.Protocol.Ledgers;

namespace Dtao.Agents.Configuration;

/// <summary>Reads a rule set of <c>config/protocol/</c>.</summary>
internal static class ProtocolReader
{
    public static ProtocolRules Read(ConfigReader c) => new()
    {
        TotalSupplyRao = c.Tao("total-supply", atLeast: 1, atMost: 21_000_000_000_000_000),
        BlockEmissionRao = c.Tao("block-emission", atMost: 1_000_000_000_000),
        TaoWeightU64 = c.Whole("tao-weight-u64"),
        OwnerCutU16 = (ushort)c.Whole("owner-cut-u16", atMost: ushort.MaxValue),
        DelegateTakeU16 = (ushort)c.Whole("delegate-take-u16", atMost: ushort.MaxValue),
        MovingAlphaRaw = (uint)c.Whole("moving-price-alpha-raw", atMost: uint.MaxValue),
        MovingPriceCap = c.Price("moving-price-cap", atMost: 1_000_000),
        MovingPriceRampBlocks = (ulong)c.Blocks("moving-price-ramp"),
        StakingFeeRao = c.Tao("staking-fee", atMost: 1_000_000_000),
        MinimumStakeRao = c.Tao("minimum-stake", atMost: 1_000_000_000_000),
        MinimumLiquidityRao = c.Tao("minimum-liquidity", atMost: 1_000_000_000),
        TempoBlocks = (ushort)c.Blocks("tempo", atLeast: 1, atMost: ushort.MaxValue),
        ActivityCutoffBlocks = c.Blocks("activity-cutoff"),
        MaxValidators = (int)c.Whole("max-validators", atLeast: 1, atMost: 256),
        Payout = c.Choice("payout", "conserving", "net-of-root", "double") switch
        {
            "net-of-root" => DividendPayout.NetOfRoot,
            "double" => DividendPayout.Double,
            _ => DividendPayout.Conserving,
        },
    };
}
