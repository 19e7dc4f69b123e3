using System.Runtime.CompilerServices;

namespace Dtao.Protocol.Staking;

/// <summary>Stake pools by hotkey, in a table of open addresses that is at most half full: pools are looked up by every trade, epoch, page and audit, and none ever goes.</summary>
/// <remarks>Knuth, TAOCP 3, algorithm 6.4 L, with his multiplicative hashing.</remarks>
internal sealed class PoolTable
{
    private const int LeastBits = 3;

    /// <summary>2³² over the golden ratio.</summary>
    private const uint Golden = 2_654_435_769;

    private Slot[] slots = new Slot[1 << LeastBits];
    private int bits = LeastBits;
    private int count;

    /// <summary>Null for a hotkey without a pool.</summary>
    public StakePool? Find(int hotkey)
    {
        var all = slots;
        var at = Home(hotkey);
        while (all[at].Pool is not null && all[at].Hotkey != hotkey) at = Next(at);
        return all[at].Pool;
    }

    /// <param name="hotkey">One without a pool.</param>
    public void Add(int hotkey, StakePool pool)
    {
        if (++count > slots.Length / 2) Grow();
        Put(new Slot(hotkey, pool));
    }

    private void Grow()
    {
        var old = slots;
        (slots, bits) = (new Slot[old.Length * 2], bits + 1);
        foreach (var slot in old)
            if (slot.Pool is not null)
                Put(slot);
    }

    private void Put(Slot slot)
    {
        var at = Home(slot.Hotkey);
        while (slots[at].Pool is not null) at = Next(at);
        slots[at] = slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Home(int hotkey) => (int)(unchecked((uint)hotkey * Golden) >> (32 - bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Next(int at) => at + 1 & slots.Length - 1;

    private readonly record struct Slot(int Hotkey, StakePool? Pool);
}
