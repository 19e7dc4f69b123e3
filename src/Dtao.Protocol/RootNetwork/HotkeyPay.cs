using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.RootNetwork;

/// <summary>TAO that epochs have paid to hotkeys under the old mechanism and that is not stake yet.</summary>
/// <remarks>subtensor v1.2.5 <c>PendingdHotkeyEmission</c>.</remarks>
public sealed class HotkeyPay
{
    private Tao[] owed = [];
    private ulong[] lots = [];

    /// <summary>Of all hotkeys together.</summary>
    public Tao Total { get; private set; }

    public Tao Of(AccountId hotkey) => hotkey.Index < owed.Length ? owed[hotkey.Index] : Tao.Zero;

    /// <summary>All that are owed anything, in the order of their accounts.</summary>
    internal IEnumerable<(AccountId Hotkey, Tao Amount)> All =>
        owed.Select((amount, index) => (new AccountId(index), amount)).Where(one => !one.amount.IsZero);

    internal void Add(AccountId hotkey, Tao amount)
    {
        if (amount.IsZero) return;
        if (owed.Length <= hotkey.Index) MakeRoom(hotkey.Index + 1);
        owed[hotkey.Index] += amount;
        Total += amount;
    }

    /// <returns>All that the hotkey was owed.</returns>
    internal Tao Take(AccountId hotkey)
    {
        var amount = Of(hotkey);
        if (amount.IsZero) return amount;
        owed[hotkey.Index] = Tao.Zero;
        Total -= amount;
        return amount;
    }

    /// <summary>Those whose turn is in <paramref name="block"/>: each once in <paramref name="tempo"/> + 1 blocks, spread over them by the hotkey.</summary>
    /// <remarks><c>should_drain_hotkey</c>, which hashes the hotkey; here its number is hashed.</remarks>
    internal IEnumerable<AccountId> Due(Block block, long tempo)
    {
        var (turns, now) = ((ulong)(tempo + 1), (ulong)block.Height % (ulong)(tempo + 1));
        for (var index = 0; index < owed.Length; index++)
            if (!owed[index].IsZero && lots[index] % turns == now)
                yield return new AccountId(index);
    }

    private void MakeRoom(int hotkeys)
    {
        var known = lots.Length;
        Array.Resize(ref owed, hotkeys);
        Array.Resize(ref lots, hotkeys);
        for (var index = known; index < hotkeys; index++)
        {
            var lot = new StateHash();
            lot.Add(index);
            lots[index] = lot.Halves.First;
        }
    }
}
