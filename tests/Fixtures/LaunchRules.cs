using Dtao.Protocol.Consensus;
using Dtao.Protocol.Emission;
using Dtao.Protocol.Emission.Shares;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Registration;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Staking;

namespace Dtao.Fixtures;

/// <summary>The constants of the launch as <c>config/protocol/launch-2025.conf</c> has them, for tests below the layer that reads it.</summary>
internal static class Launch
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
        MovingPriceFloorsOnce = false,
        Curve = SwapCurve.ConstantProduct,
        Fee = new SwapFee(50_000, 0),
        MinimumStakeRao = 500_000,
        MinimumLiquidityRao = 10_000_000,
        TempoBlocks = 360,
        ActivityCutoffBlocks = 5000,
        MaxValidators = 64,
        WeightsRateLimitBlocks = 100,
        MinimumWeights = 1,
        Registration = new RegistrationRules
        {
            MaxNeurons = 256,
            ImmunityBlocks = 5000,
            AdjustmentBlocks = 360,
            TargetPerInterval = 1,
            AdjustmentAlphaU64 = 17_893_341_751_498_265_066,
            MaxPerBlock = 1,
            InitialBurnRao = 1_000_000_000,
            MinimumBurnRao = 500_000,
            MaximumBurnRao = 100_000_000_000,
            BurnHalfLifeBlocks = 0,
            BurnMultiplier = 1.26,
        },
        Subnets = new SubnetRules
        {
            MinimumLockRao = 1_000_000_000,
            LockReductionBlocks = 100_800,
            RateLimitBlocks = 7200,
            LastLockRao = 0,
            LastLockAgeBlocks = 0,
            Limit = 0,
            ImmunityBlocks = 864_000,
            OpenAtMedian = false,
            WithholdPool = false,
        },
        Kinship = new KinshipRules
        {
            MaxChildren = 5,
            MaxTakeU16 = 11_796,
            PendingBlocks = 7200,
            ChildrenRateLimitBlocks = 150,
            TakeRateLimitBlocks = 216_000,
        },
        StakeThresholdRao = 1_000_000_000_000,
        RootNetwork = new RootNetworkRules
        {
            Seats = 64,
            TempoBlocks = 100,
            Rho = 10,
            KappaU16 = 32767,
            WeightsRateLimitBlocks = 100,
            HotkeyTempoBlocks = 7200,
            PoolTaoRao = 1_000_000_000,
            PoolAlphaRao = 1_000_000_000,
        },
        Consensus = new ConsensusRules { KappaU16 = 32_767, BondsMovingAverageMillionths = 900_000, BondsPenaltyU16 = 0 },
        Payout = DividendPayout.Conserving,
        Emission = new EmissionRules
        {
            Shares = new PriceShares(),
            Cap = InjectionCap.AlphaEmission,
            Excess = Excess.Inject,
            RootPay = RootPay.Sale,
            RootSellFlag = false,
            SpareCapped = false,
            RootPoolGrows = false,
            OwnerBurn = false,
            FlowSmoothing = 29_597_889_189_277 / 9_223_372_036_854_775_807.0,
            StartDelayBlocks = null,
            NewSubnetsEmit = true,
            ClaimsPerBlock = 5,
            MinimumClaimRao = 500_000,
        },
    };
}
