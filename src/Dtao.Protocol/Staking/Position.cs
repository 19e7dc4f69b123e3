using System.Runtime.InteropServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>An account's shares in one hotkey's stake pool on one subnet.</summary>
[StructLayout(LayoutKind.Auto)] // in the order of its fields it would be half as large again
public readonly record struct Position(NetUid Netuid, AccountId Hotkey, ulong Shares)
{
    private readonly ushort pool;

    /// <summary>Where its pool stands among those of the subnet, as far as 16 bits tell it, which would be empty else; whoever goes there looks whether it is the one.</summary>
    internal int Pool
    {
        get => pool;
        init => pool = unchecked((ushort)value);
    }

    /// <summary>Where its pool is said to stand makes no difference.</summary>
    public bool Equals(Position other) => Is(other.Netuid, other.Hotkey) && Shares == other.Shares;

    public override int GetHashCode() => Hotkey.Index ^ Netuid.Value << 16 ^ Shares.GetHashCode();

    internal bool Is(NetUid netuid, AccountId hotkey) => Netuid == netuid && Hotkey == hotkey;

    internal bool ComesBefore(NetUid netuid, AccountId hotkey) => Rank(Netuid, Hotkey) < Rank(netuid, hotkey);

    /// <summary>By netuid, then hotkey.</summary>
    private static long Rank(NetUid netuid, AccountId hotkey) => ((long)netuid.Value << 32) + hotkey.Index;
}
