using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.RootNetwork;

/// <summary>Who sits on root: as many as there are seats, by the stake that is with them there.</summary>
/// <remarks>subtensor v1.2.5 <c>coinbase/root.rs: do_root_register</c>.</remarks>
internal static class RootSeats
{
    /// <summary>The hotkeys with most root stake, the largest first; of equal ones the older account.</summary>
    public static IEnumerable<AccountId> Largest(LedgerState state, int seats) => state.Root.Stakes.Hotkeys
        .Where(hotkey => !state.OnRoot(hotkey).IsZero)
        .OrderByDescending(hotkey => state.OnRoot(hotkey).Rao).ThenBy(hotkey => hotkey.Index)
        .Take(seats);

    /// <summary>The seat for a newcomer: the next free one, or that of whoever has least, if the newcomer has more; null for none.</summary>
    public static ushort? PlaceFor(AccountId newcomer, LedgerState state, int seats)
    {
        var taken = state.Root.NeuronArray;
        if (taken.Length < seats) return (ushort)taken.Length;
        var (lowest, least) = ((ushort?)null, state.OnRoot(newcomer));
        for (var uid = 0; uid < taken.Length; uid++)
            if (state.OnRoot(taken[uid].Hotkey) is var stake && stake < least)
                (lowest, least) = ((ushort)uid, stake);
        return lowest;
    }
}
