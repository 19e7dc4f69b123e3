using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>The kin of each hotkey that has any. They are few, and looked for at every epoch, page and vote, so their numbers stand side by side.</summary>
internal sealed class Relatives
{
    private int[] hotkeys = [];
    private Kin[][] kin = [];

    /// <summary>How many have any.</summary>
    public int Count => hotkeys.Length;

    /// <summary>None where there are none.</summary>
    public Kin[] this[AccountId hotkey]
    {
        get => PlaceOf(hotkey) is >= 0 and var place ? kin[place] : [];
        set
        {
            var place = PlaceOf(hotkey);
            if (place >= 0) kin[place] = value;
            else (hotkeys, kin) = ([.. hotkeys, hotkey.Index], [.. kin, value]);
        }
    }

    public void Remove(AccountId hotkey)
    {
        var place = PlaceOf(hotkey);
        if (place < 0) return;
        (hotkeys, kin) = ([.. hotkeys[..place], .. hotkeys[(place + 1)..]], [.. kin[..place], .. kin[(place + 1)..]]);
    }

    /// <summary>By hotkey, ascending.</summary>
    public (AccountId Of, Kin[] Kin)[] Ascending() =>
        [.. hotkeys.Zip(kin, (hotkey, kin) => (Of: new AccountId(hotkey), Kin: kin)).OrderBy(one => one.Of.Index)];

    private int PlaceOf(AccountId hotkey) => hotkeys.AsSpan().IndexOf(hotkey.Index);
}
