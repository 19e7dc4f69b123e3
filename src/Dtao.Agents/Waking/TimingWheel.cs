using Dtao.Protocol.Memory;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Waking;

/// <summary>Appointments by block: one slot a block, round and round; an appointment further off than one round waits its rounds out in its slot.</summary>
/// <remarks>
/// Varghese and Lauck (1987), scheme 6. Blocks are discrete, so a slot is exact, and it beats a heap two to three times. A slot is a chain through one table, and the place
/// that was freed last is taken first: it is still in the cache.
/// </remarks>
public sealed class TimingWheel
{
    private const int Slots = 1 << 13, Nowhere = 0, FirstRoom = 1024;

    private readonly int[] newest = new int[Slots]; // by slot: a place in the table
    private Entry[] table = new Entry[FirstRoom]; // nothing stands at place 0
    private int used = 1, free = Nowhere;

    public void Add(Appointment appointment)
    {
        var place = TakePlace();
        ref var slot = ref SlotOf(appointment.Due);
        table[place] = new Entry(appointment, slot);
        slot = place;
    }

    /// <summary>Moves the appointments due at <paramref name="block"/> into <paramref name="due"/>, in the order in which they were made.</summary>
    public void TakeDue(Block block, List<Appointment> due)
    {
        var first = due.Count;
        ref var link = ref SlotOf(block);
        while (link != Nowhere)
        {
            ref var entry = ref table[link];
            if (entry.Appointment.Due == block) due.Add(Unlink(ref link));
            else link = ref entry.Earlier;
        }
        due.Reverse(first, due.Count - first);
    }

    private ref int SlotOf(Block block) => ref newest[block.Height & (Slots - 1)];

    private int TakePlace()
    {
        if (free == Nowhere)
        {
            if (used == table.Length) Array.Resize(ref table, 2 * used);
            return used++;
        }
        var place = free;
        free = table[place].Earlier;
        CacheLines.Fetch(in table[free]);
        return place;
    }

    private Appointment Unlink(ref int link)
    {
        var place = link;
        ref var entry = ref table[place];
        link = entry.Earlier;
        (entry.Earlier, free) = (free, place);
        return entry.Appointment;
    }

    /// <param name="appointment">What stands there.</param>
    /// <param name="earlier">The place of the one that was made before it in its slot, or that was freed before it.</param>
    private struct Entry(Appointment appointment, int earlier)
    {
        public readonly Appointment Appointment = appointment;
        public int Earlier = earlier;
    }
}

/// <param name="Generation">The seat's count of wake requests when this was made; an older one no longer counts.</param>
/// <param name="Period">Blocks until it comes again; 0 is once.</param>
public readonly record struct Appointment(Block Due, int Seat, int Generation, long Period);
