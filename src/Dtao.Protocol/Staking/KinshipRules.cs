namespace Dtao.Protocol.Staking;

/// <summary>On what terms stake weight is lent. Values and sources stand in <c>config/protocol/</c>.</summary>
public sealed record KinshipRules
{
    /// <summary>Children of one hotkey on one subnet.</summary>
    public required int MaxChildren { get; init; }

    /// <summary>The most that a child keeps of its dividends, over 65535.</summary>
    public required ushort MaxTakeU16 { get; init; }

    /// <summary>New children count from the first epoch after so many blocks.</summary>
    public required long PendingBlocks { get; init; }

    /// <summary>Blocks between two settings of a hotkey's children on a subnet.</summary>
    public required long ChildrenRateLimitBlocks { get; init; }

    /// <summary>Blocks after a setting of the take until it may be raised.</summary>
    public required long TakeRateLimitBlocks { get; init; }
}
