using Dtao.Protocol.Units;

namespace Dtao.Agents.Waking;

/// <summary>Appointments by block: one slot a block, round and round; an appointment further off than one round waits its rounds out in its slot.</summary>
/// <remarks>Varghese and Lauck (1987), scheme 6. Blocks are discrete, so a slot is exact, and it beats a heap two to three times.</remarks>
public sealed class TimingWheel
{
    private const int Slots = 1 << 13;

    private readonly List<Appointment>?[] slots = new List<Appointment>?[Slots];

    /// <summary>Emptied lists wait here for the next slot, so that a run works in a few lists and not in one a slot.</summary>
    private readonly Stack<List<Appointment>> spare = new();

    public void Add(Appointment appointment) =>
        (slots[appointment.Due.Height & (Slots - 1)] ??= spare.TryPop(out var list) ? list : []).Add(appointment);

    /// <summary>Moves the appointments due at <paramref name="block"/> into <paramref name="due"/>, in the order in which they were made.</summary>
    public void TakeDue(Block block, List<Appointment> due)
    {
        ref var slot = ref slots[block.Height & (Slots - 1)];
        if (slot is null) return;
        var kept = 0;
        for (var i = 0; i < slot.Count; i++)
        {
            if (slot[i].Due == block) due.Add(slot[i]);
            else slot[kept++] = slot[i];
        }
        slot.RemoveRange(kept, slot.Count - kept);
        if (kept > 0) return;
        spare.Push(slot);
        slot = null;
    }
}

/// <param name="Generation">The seat's count of wake requests when this was made; an older one no longer counts.</param>
/// <param name="Period">Blocks until it comes again; 0 is once.</param>
public readonly record struct Appointment(Block Due, int Seat, int Generation, long Period);
