using Dtao.Protocol.Memory;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>A coldkey: its free TAO and its positions, ordered by netuid and hotkey.</summary>
public sealed class Account
{
    private const int AccountsAhead = 16, PositionsAhead = 8, PositionLines = 2;

    private Position[] positions = []; // its own list: whoever counts many accounts pays for each step to memory
    private int count;

    /// <summary>The share of a dividend that this account's hotkey keeps before its nominators, over 65535.</summary>
    public ushort DelegateTakeU16 { get; internal set; }

    public Tao Free { get; internal set; }

    /// <summary>Whether root's alpha that falls to it is kept; else it is sold.</summary>
    public bool KeepsRootAlpha { get; internal set; }

    public IReadOnlyList<Position> Positions => new ArraySegment<Position>(positions, 0, count);

    /// <summary>The same, for those who look at many accounts; valid until the next change.</summary>
    internal ReadOnlySpan<Position> PositionSpan => new(positions, 0, count);

    /// <summary>For a walk over all accounts: has those a few steps on fetched, first an account and then its positions.</summary>
    internal static void FetchAhead(ReadOnlySpan<Account> all, int at)
    {
        if (at + AccountsAhead < all.Length) CacheLines.Fetch(all[at + AccountsAhead], lines: 1);
        if (at + PositionsAhead < all.Length) all[at + PositionsAhead].FetchPositions();
    }

    internal void FetchPositions() => CacheLines.Fetch(positions, PositionLines);

    /// <summary>Those on one subnet; valid until the next change.</summary>
    internal ReadOnlySpan<Position> PositionsOn(NetUid netuid)
    {
        var all = PositionSpan;
        var first = IndexOf(netuid, new AccountId(int.MinValue));
        var end = first;
        while (end < all.Length && all[end].Netuid == netuid) end++;
        return all[first..end];
    }

    /// <summary>Shares held in the pool of <paramref name="hotkey"/> on <paramref name="netuid"/>; 0 for none.</summary>
    public ulong SharesOf(NetUid netuid, AccountId hotkey) => Has(netuid, hotkey, out var at) ? positions[at].Shares : 0;

    /// <param name="shares">None takes the position away.</param>
    /// <param name="pool">Where the pool stands among those of its subnet.</param>
    internal void SetShares(NetUid netuid, AccountId hotkey, ulong shares, int pool)
    {
        if (shares == 0) Remove(netuid, hotkey);
        else if (Has(netuid, hotkey, out var at)) positions[at] = new Position(netuid, hotkey, shares) { Pool = pool };
        else Insert(at, new Position(netuid, hotkey, shares) { Pool = pool });
    }

    /// <summary>Takes a position away, if there is one.</summary>
    internal void Remove(NetUid netuid, AccountId hotkey)
    {
        if (Has(netuid, hotkey, out var at)) RemoveAt(at);
    }

    /// <inheritdoc cref="SetShares"/>
    internal void AddShares(NetUid netuid, AccountId hotkey, ulong shares, int pool)
    {
        if (Has(netuid, hotkey, out var at)) positions[at] = positions[at] with { Shares = positions[at].Shares + shares };
        else if (shares != 0) Insert(at, new Position(netuid, hotkey, shares) { Pool = pool });
    }

    private void Insert(int at, Position position)
    {
        if (count == positions.Length) Array.Resize(ref positions, Math.Max(4, 2 * count));
        Array.Copy(positions, at, positions, at + 1, count - at);
        positions[at] = position;
        count++;
    }

    private void RemoveAt(int at)
    {
        count--;
        Array.Copy(positions, at + 1, positions, at, count - at);
    }

    /// <param name="at">Where the position is, or where it would be.</param>
    private bool Has(NetUid netuid, AccountId hotkey, out int at)
    {
        at = IndexOf(netuid, hotkey);
        return at < count && positions[at].Is(netuid, hotkey);
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
