using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>One subnet's stake pools, found by hotkey and listed in the order in which they were opened.</summary>
public sealed class StakePools
{
    private readonly Dictionary<int, StakePool> byHotkey = [];
    private readonly List<AccountId> hotkeys = [];

    /// <summary>Alpha held by all pools together.</summary>
    public Alpha Total { get; private set; }

    public IReadOnlyList<AccountId> Hotkeys => hotkeys;

    public Alpha TotalOf(AccountId hotkey) => Find(hotkey)?.Total ?? Alpha.Zero;

    public StakePool? Find(AccountId hotkey) => byHotkey.GetValueOrDefault(hotkey.Index);

    public Alpha WorthOf(AccountId hotkey, ulong shares) => Find(hotkey)?.WorthOf(shares) ?? Alpha.Zero;

    public ulong SharesFor(AccountId hotkey, Alpha amount) => Find(hotkey)?.SharesFor(amount) ?? amount.Rao;

    /// <summary>Recounts <see cref="Total"/> from the pools.</summary>
    public Alpha Recount()
    {
        var total = Alpha.Zero;
        foreach (var hotkey in hotkeys) total += byHotkey[hotkey.Index].Total;
        return total;
    }

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

    internal void PayDividend(AccountId hotkey, Alpha amount)
    {
        Open(hotkey).PayDividend(amount);
        Total += amount;
    }

    private StakePool Open(AccountId hotkey)
    {
        if (byHotkey.TryGetValue(hotkey.Index, out var pool)) return pool;
        hotkeys.Add(hotkey);
        return byHotkey[hotkey.Index] = new StakePool();
    }
}
