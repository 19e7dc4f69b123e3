namespace Dtao.Agents.Talking;

/// <summary>What a sleeper has heard, as places in the <see cref="NoticePile"/>: a ring that forgets the oldest when it is full.</summary>
/// <remarks>A value, and all inboxes lie in one row: a post that everybody hears touches every one of them.</remarks>
internal struct Inbox
{
    private const int FirstRoom = 8;

    /// <summary>The number of the last posting, to whomever, when its seat woke; it stands here because whoever wakes needs both.</summary>
    public long HeardTo;

    private int[]? ring;
    private int oldest;

    public int Count { get; private set; }

    /// <param name="capacity">How many it keeps, at least 1.</param>
    /// <returns>What it forgets for it; null where it has room.</returns>
    public int? Put(int place, int capacity)
    {
        if (ring is null || Count == ring.Length && Count < capacity) MakeRoom(capacity);
        if (Count < ring!.Length)
        {
            ring[Place(Count++)] = place;
            return null;
        }
        var forgotten = ring[oldest];
        ring[oldest] = place;
        oldest = Place(1);
        return forgotten;
    }

    /// <summary>There must be one.</summary>
    public int TakeOldest()
    {
        var taken = ring![oldest];
        oldest = --Count == 0 ? 0 : Place(1);
        return taken;
    }

    private readonly int Place(int after) => oldest + after is var place && place < ring!.Length ? place : oldest + after - ring!.Length;

    private void MakeRoom(int capacity)
    {
        var larger = new int[Math.Min(capacity, ring is null ? FirstRoom : 2 * ring.Length)];
        for (var i = 0; i < Count; i++) larger[i] = ring![Place(i)];
        (ring, oldest) = (larger, 0);
    }
}
