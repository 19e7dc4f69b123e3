using System.Runtime.CompilerServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>One subnet's stake pools, found by hotkey and listed in the order in which they were opened.</summary>
public sealed class StakePools
{
    private readonly PoolTable byHotkey = new();
    private AccountId[] hotkeys = []; // its own lists: whoever goes from position to position pays for each step to memory
    private StakePool[] pools = [];
    private int count;

    /// <summary>Alpha held by all pools together.</summary>
    public Alpha Total { get; private set; }

    public IReadOnlyList<AccountId> Hotkeys => new ArraySegment<AccountId>(hotkeys, 0, count);

    /// <summary>The pool of each of <see cref="Hotkeys"/>; valid until the next one opens.</summary>
    internal ReadOnlySpan<StakePool> PoolSpan => new(pools, 0, count);

    public Alpha TotalOf(AccountId hotkey) => Find(hotkey)?.Total ?? Alpha.Zero;

    public StakePool? Find(AccountId hotkey) => byHotkey.Find(hotkey.Index);

    public Alpha WorthOf(AccountId hotkey, ulong shares) => Find(hotkey)?.WorthOf(shares) ?? Alpha.Zero;

    public ulong SharesFor(AccountId hotkey, Alpha amount) => Find(hotkey)?.SharesFor(amount) ?? amount.Rao;

    /// <summary>What a position of this subnet is worth.</summary>
    internal Alpha WorthOf(in Position position) => PoolOf(position)?.WorthOf(position.Shares) ?? Alpha.Zero;

    /// <summary>Where in the list the pool of a position stands; −1 for one without a pool.</summary>
    internal int PlaceOf(in Position position) => IsOf(position) ? position.Pool : byHotkey.PlaceOf(position.Hotkey.Index);

    /// <summary>Recounts <see cref="Total"/> from the pools.</summary>
    public Alpha Recount()
    {
        var total = Alpha.Zero;
        foreach (var pool in PoolSpan) total += pool.Total;
        return total;
    }

    /// <summary>Where in the list <paramref name="hotkey"/> stands; null for one without a pool.</summary>
    internal int? PlaceOf(AccountId hotkey) => byHotkey.PlaceOf(hotkey.Index) is >= 0 and var place ? place : null;

    /// <summary>For who will ask for its place in a few steps.</summary>
    internal void FetchPlace(AccountId hotkey) => byHotkey.FetchSlot(hotkey.Index);

    /// <returns>The pool.</returns>
    internal StakePool Deposit(AccountId hotkey, Alpha amount, ulong shares)
    {
        var pool = Open(hotkey);
        pool.Deposit(amount, shares);
        Total += amount;
        return pool;
    }

    /// <returns>The pool.</returns>
    internal StakePool Release(AccountId hotkey, Alpha amount, ulong shares)
    {
        var pool = Open(hotkey);
        pool.Release(amount, shares);
        Total -= amount;
        return pool;
    }

    /// <summary>Buys shares at what they are worth.</summary>
    internal StakePool Deposit(AccountId hotkey, Alpha amount, out ulong shares)
    {
        var pool = Open(hotkey);
        shares = pool.SharesFor(amount);
        pool.Deposit(amount, shares);
        Total += amount;
        return pool;
    }

    /// <returns>Whether there is anybody to be paid.</returns>
    internal bool PayDividend(AccountId hotkey, Alpha amount)
    {
        if (Find(hotkey) is not { IsEmpty: false } pool) return false;
        pool.PayDividend(amount);
        Total += amount;
        return true;
    }

    private StakePool? PoolOf(in Position position) => IsOf(position) ? pools[position.Pool] : Find(position.Hotkey);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsOf(in Position position) => position.Pool < count && hotkeys[position.Pool] == position.Hotkey;

    private StakePool Open(AccountId hotkey)
    {
        if (Find(hotkey) is { } known) return known;
        if (count == pools.Length) (hotkeys, pools) = (Larger(hotkeys), Larger(pools));
        var opened = new StakePool(place: count);
        byHotkey.Add(hotkey.Index, opened);
        (hotkeys[count], pools[count]) = (hotkey, opened);
        count++;
        return opened;
    }

    private static T[] Larger<T>(T[] full)
    {
        Array.Resize(ref full, Math.Max(4, 2 * full.Length));
        return full;
    }
}
