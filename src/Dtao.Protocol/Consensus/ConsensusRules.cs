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

    /// <summary>Bounds of a column's own bond speed; null is the same speed for all.</summary>
    public LiquidAlphaBounds? LiquidAlpha { get; init; }
}

/// <summary>Slowest and fastest share of new bonds an epoch, over 65535.</summary>
public readonly record struct LiquidAlphaBounds(ushort LowU16, ushort HighU16);
