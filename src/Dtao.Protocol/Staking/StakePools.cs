using System.Runtime.InteropServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>One subnet's stake pools, found by hotkey and listed in the order in which they were opened.</summary>
public sealed class StakePools
{
    private readonly PoolTable byHotkey = new();
    private readonly List<AccountId> hotkeys = [];
    private readonly List<StakePool> pools = [];

    /// <summary>Alpha held by all pools together.</summary>
    public Alpha Total { get; private set; }

    public IReadOnlyList<AccountId> Hotkeys => hotkeys;

    /// <summary>The pool of each of <see cref="Hotkeys"/>; valid until the next one opens.</summary>
    internal ReadOnlySpan<StakePool> PoolSpan => CollectionsMarshal.AsSpan(pools);

    public Alpha TotalOf(AccountId hotkey) => Find(hotkey)?.Total ?? Alpha.Zero;

    public StakePool? Find(AccountId hotkey) => byHotkey.Find(hotkey.Index);

    public Alpha WorthOf(AccountId hotkey, ulong shares) => Find(hotkey)?.WorthOf(shares) ?? Alpha.Zero;

    public ulong SharesFor(AccountId hotkey, Alpha amount) => Find(hotkey)?.SharesFor(amount) ?? amount.Rao;

    /// <summary>Recounts <see cref="Total"/> from the pools.</summary>
    public Alpha Recount()
    {
        var total = Alpha.Zero;
        foreach (var pool in pools) total += pool.Total;
        return total;
    }

    /// <summary>Where in the list <paramref name="hotkey"/> stands; null for one without a pool.</summary>
    internal int? PlaceOf(AccountId hotkey) => byHotkey.PlaceOf(hotkey.Index) is >= 0 and var place ? place : null;

    /// <summary>For who will ask for its place in a few steps.</summary>
    internal void FetchPlace(AccountId hotkey) => byHotkey.FetchSlot(hotkey.Index);

    internal void Deposit(AccountId hotkey, Alpha amount, ulong shares)
    {
        Open(hotkey).Deposit(amount, shares);
        Total += amount;
    }

    internal void Release(AccountId hotkey, Alpha amount, ulong shares)
    {
        Open(hotkey).Release(amount, shares);
        Total -= amount;
    }

    /// <summary>Buys shares at what they are worth.</summary>
    /// <returns>How many.</returns>
    internal ulong Deposit(AccountId hotkey, Alpha amount)
    {
        var pool = Open(hotkey);
        var shares = pool.SharesFor(amount);
        pool.Deposit(amount, shares);
        Total += amount;
        return shares;
    }

    /// <returns>Whether there is anybody to be paid.</returns>
    internal bool PayDividend(AccountId hotkey, Alpha amount)
    {
        if (Find(hotkey) is not { IsEmpty: false } pool) return false;
        pool.PayDividend(amount);
        Total += amount;
        return true;
    }

    private StakePool Open(AccountId hotkey)
    {
        if (Find(hotkey) is { } known) return known;
        var opened = new StakePool(place: pools.Count);
        byHotkey.Add(hotkey.Index, opened);
        hotkeys.Add(hotkey);
        pools.Add(opened);
        return opened;
    }
}
