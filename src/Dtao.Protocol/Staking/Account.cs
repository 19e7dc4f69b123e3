using System.Runtime.InteropServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>A coldkey: its free TAO and its positions, ordered by netuid and hotkey.</summary>
public sealed class Account
{
    private readonly List<Position> positions = [];

    /// <summary>The share of a dividend that this account's hotkey keeps before its nominators, over 65535.</summary>
    public ushort DelegateTakeU16 { get; internal set; }

    public Tao Free { get; internal set; }

    public IReadOnlyList<Position> Positions => positions;

    /// <summary>The same, for those who look at many accounts; valid until the next change.</summary>
    internal ReadOnlySpan<Position> PositionSpan => CollectionsMarshal.AsSpan(positions);

    /// <summary>Shares held in the pool of <paramref name="hotkey"/> on <paramref name="netuid"/>; 0 for none.</summary>
    public ulong SharesOf(NetUid netuid, AccountId hotkey)
    {
        var at = IndexOf(netuid, hotkey);
        return at < positions.Count && positions[at].Is(netuid, hotkey) ? positions[at].Shares : 0;
    }

    internal void SetShares(NetUid netuid, AccountId hotkey, ulong shares)
    {
        var at = IndexOf(netuid, hotkey);
        var held = at < positions.Count && positions[at].Is(netuid, hotkey);
        if (shares == 0 && held) positions.RemoveAt(at);
        else if (held) positions[at] = new Position(netuid, hotkey, shares);
        else if (shares != 0) positions.Insert(at, new Position(netuid, hotkey, shares));
    }

    private int IndexOf(NetUid netuid, AccountId hotkey)
    {
        var all = PositionSpan;
        var at = 0;
        while (at < all.Length && all[at].ComesBefore(netuid, hotkey)) at++;
        return at;
    }
}
