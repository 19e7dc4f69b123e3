using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.RootNetwork;

/// <summary>Makes stake on root of what hotkeys are owed: the hotkey's take and all that floors leave is its own, the rest goes to all who delegate to it.</summary>
/// <remarks>
/// subtensor v1.2.5 <c>coinbase/run_coinbase.rs: drain_hotkey_emission</c>. There stake that came since the last time has no part; here stake is held in shares, and
/// all of it has.
/// </remarks>
internal static class HotkeyDrain
{
    /// <summary>Pays all whose turn is in this block.</summary>
    public static void Run(LedgerState state, long tempo)
    {
        foreach (var hotkey in state.HotkeyPay.Due(state.Block, tempo)) Pay(state, hotkey);
    }

    /// <summary>Pays all, whoever's turn it is.</summary>
    public static void PayAll(LedgerState state)
    {
        foreach (var (hotkey, _) in state.HotkeyPay.All) Pay(state, hotkey);
    }

    private static void Pay(LedgerState state, AccountId hotkey)
    {
        var (amount, root) = (state.HotkeyPay.Take(hotkey), state.Root);
        var take = MulDiv.Down(amount.Rao, state.AccountOf(hotkey).DelegateTakeU16, ushort.MaxValue);
        root.Pool = root.Pool with { TaoReserve = root.Pool.TaoReserve + amount };
        if (take > 0) state.Deposit(hotkey, root, hotkey, new Alpha(take));
        state.PayNominators(root, hotkey, new Alpha(amount.Rao - take));
    }
}
