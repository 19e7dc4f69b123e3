using System.Runtime.CompilerServices;
using Dtao.Protocol.Memory;

namespace Dtao.Protocol.Staking;

/// <summary>Stake pools by hotkey, in a table of open addresses that is at most half full: pools are looked up by every trade, epoch and vote, and none ever goes.</summary>
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
    public StakePool? Find(int hotkey) => SlotOf(hotkey).Pool;

    /// <summary>Where its pool stands among those of its subnet, without a look at the pool itself; −1 for a hotkey without one.</summary>
    public int PlaceOf(int hotkey)
    {
        ref readonly var slot = ref SlotOf(hotkey);
        return slot.Pool is null ? -1 : slot.Place;
    }

    /// <summary>For who will look for it in a few steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchSlot(int hotkey) => CacheLines.Fetch(in slots[Home(hotkey)]);

    /// <param name="hotkey">One without a pool.</param>
    public void Add(int hotkey, StakePool pool)
    {
        if (++count > slots.Length / 2) Grow();
        Put(new Slot(hotkey, pool.Place, pool));
    }

    /// <summary>The hotkey's, or an empty one.</summary>
    private ref readonly Slot SlotOf(int hotkey)
    {
        var all = slots;
        var at = Home(hotkey);
        while (all[at].Pool is not null && all[at].Hotkey != hotkey) at = Next(at);
        return ref all[at];
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

    private readonly record struct Slot(int Hotkey, int Place, StakePool? Pool);
}
