using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>An account's shares in one hotkey's stake pool on one subnet.</summary>
public readonly record struct Position(NetUid Netuid, AccountId Hotkey, ulong Shares)
{
    internal bool Is(NetUid netuid, AccountId hotkey) => Netuid == netuid && Hotkey == hotkey;

    internal bool ComesBefore(NetUid netuid, AccountId hotkey) => Rank(Netuid, Hotkey) < Rank(netuid, hotkey);

    /// <summary>By netuid, then hotkey.</summary>
    private static long Rank(NetUid netuid, AccountId hotkey) => ((long)netuid.Value << 32) + hotkey.Index;
}
