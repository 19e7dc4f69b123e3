using Dtao.Protocol.Emission.Shares;

namespace Dtao.Protocol.Emission;

/// <summary>How much alpha a block may put into a pool beside its TAO.</summary>
public enum InjectionCap
{
    /// <summary>The subnet's own alpha emission: launch, R8.</summary>
    AlphaEmission,

    /// <summary>The block's emission of TAO, read as alpha: R5.</summary>
    BlockEmission,

    /// <summary>The smaller of both, so that injection halves with TAO: R9.</summary>
    Lesser,

    /// <summary>Root's proportion of the alpha emission: R11.</summary>
    RootProportion,
}

/// <summary>What becomes of TAO beyond the cap, for which no alpha may go in.</summary>
public enum Excess
{
    /// <summary>It goes in all the same and lifts the price: launch.</summary>
    Inject,

    /// <summary>The chain buys alpha with it, which then no longer exists: R5 to R9.</summary>
    BuyAndRecycle,

    /// <summary>The chain buys alpha with it and holds that: R10 and later.</summary>
    BuyAndHold,
}

/// <summary>How root is paid from the subnets' alpha.</summary>
public enum RootPay
{
    /// <summary>Its alpha is sold in every block, and the TAO paid at the epoch.</summary>
    Sale,

    /// <summary>Its alpha is set aside at the epoch, to be claimed: R7.</summary>
    Claim,
}

/// <summary>How the block's emission is divided and put into pools: all that the reforms have changed about it. Values and sources stand in <c>config/protocol/</c>.</summary>
public sealed record EmissionRules
{
    public required ISubnetShares Shares { get; init; }

    public required InjectionCap Cap { get; init; }

    public required Excess Excess { get; init; }

    public required RootPay RootPay { get; init; }

    /// <summary>Root's alpha counts only while the moving prices of all started subnets sum to more than 1; else it no longer exists.</summary>
    public required bool RootSellFlag { get; init; }

    /// <summary>Root's alpha of a subnet whose injection the cap cuts is not sold, and is nobody's.</summary>
    public required bool SpareCapped { get; init; }

    /// <summary>Whether root dividends in TAO count as put on root, so that SubnetTAO[0], by which root's proportion goes, grows with them: v3.1.6.</summary>
    public required bool RootPoolGrows { get; init; }

    /// <summary>Incentive of the owner's own hotkey is not paid.</summary>
    public required bool OwnerBurn { get; init; }

    /// <summary>Weight of one block in the averages of flows.</summary>
    public required double FlowSmoothing { get; init; }

    /// <summary>A new subnet may emit only so many blocks after its registration, and once its owner has started it; null where it does at once.</summary>
    public required long? StartDelayBlocks { get; init; }

    /// <summary>Whether a subnet registered from now on ever gets TAO.</summary>
    public required bool NewSubnetsEmit { get; init; }

    /// <summary>Accounts a block whose claims on root's alpha are settled for them.</summary>
    public required int ClaimsPerBlock { get; init; }

    /// <summary>Least claim that is settled, rao of alpha.</summary>
    public required ulong MinimumClaimRao { get; init; }
}
