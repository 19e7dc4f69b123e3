using System.Collections.Immutable;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Emission;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Registration;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>Which of the chain's three ways divides a subnet's pot among its validators.</summary>
public enum DividendPayout
{
    /// <summary>v2.0.9: both pots are rescaled, so that what was set aside is what is paid.</summary>
    Conserving,

    /// <summary>v2.0.4: dividend less its root part, which is not what was set aside; the difference is booked on the subnet's drift account.</summary>
    NetOfRoot,

    /// <summary>v2.0.1: the root part is paid twice, once in TAO and once in alpha; the alpha so created is booked on the drift account.</summary>
    Double,
}

/// <summary>A change of rules.</summary>
/// <param name="At">The first block under them.</param>
/// <param name="Name">What they are called.</param>
public sealed record RulesSwitch(Block At, string Name, ProtocolRules Rules);

/// <summary>The constants of one era of the chain. Their values and sources stand in <c>config/protocol/</c>.</summary>
public sealed record ProtocolRules
{
    /// <summary>Cap of TAO and of each alpha, rao.</summary>
    public required ulong TotalSupplyRao { get; init; }

    /// <summary>Emission a block before the first halving, rao.</summary>
    public required ulong BlockEmissionRao { get; init; }

    /// <summary>Weight of a root TAO against an alpha, over 2⁶⁴ − 1.</summary>
    public required ulong TaoWeightU64 { get; init; }

    /// <summary>The subnet owner's share of alpha emission, over 65535.</summary>
    public required ushort OwnerCutU16 { get; init; }

    /// <summary>What a validator keeps of its nominators' dividends, over 65535.</summary>
    public required ushort DelegateTakeU16 { get; init; }

    /// <summary>Weight of one block in the moving price, over 2³².</summary>
    public required uint MovingAlphaRaw { get; init; }

    /// <summary>Highest price that enters the moving price, TAO per alpha.</summary>
    public required double MovingPriceCap { get; init; }

    /// <summary>Half-weight age of the moving price's ramp, blocks; 0 is no ramp.</summary>
    public required ulong MovingPriceRampBlocks { get; init; }

    /// <summary>Whether the moving price is cut to 2⁻³² once a block, and not each product.</summary>
    public required bool MovingPriceFloorsOnce { get; init; }

    public required SwapCurve Curve { get; init; }

    /// <summary>What a stake or an unstake costs.</summary>
    public required SwapFee Fee { get; init; }

    /// <summary>Least worth of a stake or unstake, rao, fee apart.</summary>
    public required ulong MinimumStakeRao { get; init; }

    /// <summary>What every pool reserve must keep after a swap, rao.</summary>
    public required ulong MinimumLiquidityRao { get; init; }

    /// <summary>Blocks between epochs less one.</summary>
    public required ushort TempoBlocks { get; init; }

    /// <summary>A validator silent for longer takes no part, blocks.</summary>
    public required long ActivityCutoffBlocks { get; init; }

    public required int MaxValidators { get; init; }

    /// <summary>A neuron may set weights this long after it last did, or registered, blocks.</summary>
    public required long WeightsRateLimitBlocks { get; init; }

    /// <summary>Fewest uids that weights must name, unless they are for oneself alone.</summary>
    public required int MinimumWeights { get; init; }

    public required RegistrationRules Registration { get; init; }

    public required SubnetRules Subnets { get; init; }

    public required KinshipRules Kinship { get; init; }

    /// <summary>Least stake weight with which weights, and least stake with which children, may be set, rao.</summary>
    public required ulong StakeThresholdRao { get; init; }

    public required EmissionRules Emission { get; init; }

    public required ConsensusRules Consensus { get; init; }

    public required DividendPayout Payout { get; init; }

    /// <summary>Which of the two economies is in force.</summary>
    public Mechanism Mechanism { get; init; }

    /// <summary>How root validators vote; null where they never do.</summary>
    public RootNetworkRules? RootNetwork { get; init; }

    /// <summary>Weight of a root TAO in a hotkey's stake weight, over 2⁶⁴ − 1: under the old mechanism all stake is TAO, and there is nothing to weigh it against.</summary>
    internal ulong StakeWeightU64 => Mechanism == Mechanism.RootVote ? ulong.MaxValue : TaoWeightU64;

    /// <summary>How root validators vote, where emission goes by their votes; else null.</summary>
    internal RootNetworkRules? Voting => Mechanism == Mechanism.RootVote || Emission.Shares.ReadsVotes ? RootNetwork : null;

    /// <summary>The rules that come after these, earliest first.</summary>
    public ImmutableArray<RulesSwitch> Switches { get; init; } = [];

    /// <summary>The rules in force at <paramref name="block"/>.</summary>
    public ProtocolRules At(Block block) => Switches.LastOrDefault(past => past.At <= block)?.Rules ?? this;

    /// <summary>The curve of every pool but root's.</summary>
    internal ISwapCurve PoolCurve => Curve == SwapCurve.Balancer ? new Balancer(MinimumLiquidityRao) : new ConstantProduct(MinimumLiquidityRao);
}
