namespace Dtao.Protocol.Consensus;

/// <summary>The constants of an epoch's consensus. Their values and sources stand in <c>config/protocol/</c>.</summary>
public sealed record ConsensusRules
{
    /// <summary>Share of active stake that a weight level needs, over 65535.</summary>
    public required ushort KappaU16 { get; init; }

    /// <summary>What the old bonds keep at each epoch, in millionths, up to a million.</summary>
    public required uint BondsMovingAverageMillionths { get; init; }

    /// <summary>How far bonds follow the clipped weights instead of the weights as set, over 65535.</summary>
    public required ushort BondsPenaltyU16 { get; init; }

    /// <summary>Stake weight below which a neuron counts for nothing in an epoch, unless it is the owner's where that validates; 0 is no bound. rao.</summary>
    public ulong LeastStakeRao { get; init; }

    /// <summary>Whether a subnet's owner may validate whatever its stake, and weigh itself.</summary>
    public bool OwnerValidates { get; init; }

    /// <summary>Whether bonds are shares that each move by themselves: Yuma 3.</summary>
    public bool BondsAreProportions { get; init; }

    /// <summary>Bounds of the bonds' own speeds, a column's in Yuma 2 and a bond's in Yuma 3; null is the same speed for all.</summary>
    public LiquidAlphaBounds? LiquidAlpha { get; init; }

    /// <summary>How suddenly the speed of a bond of Yuma 3 goes from the lower bound to the upper, in hundredths.</summary>
    public uint LiquidAlphaSteepness { get; init; } = 1000;
}

/// <summary>Slowest and fastest share of new bonds an epoch, over 65535.</summary>
public readonly record struct LiquidAlphaBounds(ushort LowU16, ushort HighU16);
