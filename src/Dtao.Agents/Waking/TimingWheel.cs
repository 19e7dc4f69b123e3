using System.Runtime.CompilerServices;
using Dtao.Protocol.Memory;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Waking;

/// <summary>Appointments by block: one slot a block, round and round; an appointment further off than one round waits its rounds out in its slot.</summary>
/// <remarks>
/// Varghese and Lauck (1987), scheme 6. Blocks are discrete, so a slot is exact, and it beats a heap two to three times. A slot is a chain of leaves, of five appointments
/// each: with one a link, whoever empties a slot of thousands waits for memory at each of them. The leaf that was freed last is taken first: it is still in the cache.
/// </remarks>
public sealed class TimingWheel
{
    private const int Slots = 1 << 13, Nowhere = 0, FirstRoom = 256;

    private readonly int[] newest = new int[Slots]; // by slot: a leaf
    private Leaf[] leaves = new Leaf[FirstRoom]; // leaf 0 is none
    private int used = 1, free = Nowhere;

    public void Add(Appointment appointment)
    {
        ref var slot = ref SlotOf(appointment.Due);
        if (slot == Nowhere || leaves[slot].IsFull) slot = TakeLeaf(earlier: slot);
        leaves[slot].Add(appointment);
    }

    /// <summary>Moves the appointments due at <paramref name="block"/> into <paramref name="due"/>, in the order in which they were made.</summary>
    public void TakeDue(Block block, List<Appointment> due)
    {
        var first = due.Count;
        ref var link = ref SlotOf(block);
        while (link != Nowhere)
        {
            ref var leaf = ref leaves[link];
            CacheLines.FetchWhole(in leaves[leaf.Earlier]);
            leaf.GiveDue(block, due);
            if (leaf.IsEmpty) Free(ref link);
            else link = ref leaf.Earlier;
        }
        due.Reverse(first, due.Count - first);
    }

    private ref int SlotOf(Block block) => ref newest[block.Height & (Slots - 1)];

    private int TakeLeaf(int earlier)
    {
        var taken = free == Nowhere ? Unused() : free;
        ref var leaf = ref leaves[taken];
        if (taken == free) free = leaf.Earlier;
        CacheLines.FetchWhole(in leaves[free]);
        leaf.Earlier = earlier;
        return taken;
    }

    private int Unused()
    {
        if (used == leaves.Length) Array.Resize(ref leaves, 2 * used);
        return used++;
    }

    private void Free(ref int link)
    {
        var freed = link;
        link = leaves[freed].Earlier;
        (leaves[freed].Earlier, free) = (free, freed);
    }

    /// <summary>Appointments of one slot, in the order in which they were made: 128 bytes.</summary>
    private struct Leaf
    {
        private const int Room = 5;

        /// <summary>The one before it in its slot, or that was freed before it.</summary>
        public int Earlier;

        private int count;
        private Appointments appointments;

        public readonly bool IsFull => count == Room;

        public readonly bool IsEmpty => count == 0;

        public void Add(in Appointment appointment) => appointments[count++] = appointment;

        /// <summary>The last first.</summary>
        public void GiveDue(Block block, List<Appointment> due)
        {
            var early = 0;
            for (var i = count - 1; i >= 0; i--)
            {
                if (appointments[i].Due == block) due.Add(appointments[i]);
                else early++;
            }
            if (early > 0) KeepAllBut(block);
            count = early;
        }

        private void KeepAllBut(Block block)
        {
            var kept = 0;
            for (var i = 0; i < count; i++)
                if (appointments[i].Due != block)
                    appointments[kept++] = appointments[i];
        }

        [InlineArray(Room)]
        private struct Appointments
        {
            private Appointment first;
        }
    }
}

/// <param name="Generation">The seat's count of wake requests when this was made; an older one no longer counts.</param>
/// <param name="Period">Blocks until it comes again; 0 is once.</param>
public readonly record struct Appointment(Block Due, int Seat, int Generation, long Period);
