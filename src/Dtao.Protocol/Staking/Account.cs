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

    /// <summary>Whether root's alpha that falls to it is kept; else it is sold.</summary>
    public bool KeepsRootAlpha { get; internal set; }

    public IReadOnlyList<Position> Positions => positions;

    /// <summary>The same, for those who look at many accounts; valid until the next change.</summary>
    internal ReadOnlySpan<Position> PositionSpan => CollectionsMarshal.AsSpan(positions);

    /// <summary>The positions on one subnet, by hotkey; valid until the next change.</summary>
    internal ReadOnlySpan<Position> PositionsOn(NetUid netuid)
    {
        var all = PositionSpan;
        var from = IndexOf(netuid, new AccountId(0));
        var to = from;
        while (to < all.Length && all[to].Netuid == netuid) to++;
        return all[from..to];
    }

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

    internal void AddShares(NetUid netuid, AccountId hotkey, ulong shares)
    {
        var at = IndexOf(netuid, hotkey);
        if (at == positions.Count || !positions[at].Is(netuid, hotkey)) SetShares(netuid, hotkey, shares);
        else positions[at] = positions[at] with { Shares = positions[at].Shares + shares };
    }

    /// <summary>Where the position is, or where it would be.</summary>
    private int IndexOf(NetUid netuid, AccountId hotkey)
    {
        var all = PositionSpan;
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].ComesBefore(netuid, hotkey)) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
