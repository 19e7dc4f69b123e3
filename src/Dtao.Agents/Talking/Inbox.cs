namespace Dtao.Agents.Talking;

/// <summary>What a sleeper has heard: a ring that forgets the oldest when it is full.</summary>
/// <remarks>A value, and all inboxes lie in one row: a post that everybody hears touches every one of them.</remarks>
internal struct Inbox
{
    private const int FirstRoom = 8;

    /// <summary>The number of the last broadcast that there was for its seat when it woke; it stands here because whoever wakes needs both.</summary>
    public long HeardTo;

    private Notice[]? ring;
    private int oldest, count;

    public readonly bool IsEmpty => count == 0;

    /// <param name="capacity">How many it keeps, at least 1.</param>
    public void Put(Notice notice, int capacity)
    {
        if (ring is null || count == ring.Length && count < capacity) MakeRoom(capacity);
        if (count == ring!.Length)
        {
            ring[oldest] = notice;
            oldest = oldest + 1 == ring.Length ? 0 : oldest + 1;
            return;
        }
        ring[(oldest + count) % ring.Length] = notice;
        count++;
    }

    /// <summary>Takes everything out, oldest first.</summary>
    public Notice[] TakeAll()
    {
        var taken = new Notice[count];
        Oldest.CopyTo(taken);
        Newest.CopyTo(taken.AsSpan(Oldest.Length));
        (oldest, count) = (0, 0);
        return taken;
    }

    /// <summary>Takes everything out to the end of a list, oldest first.</summary>
    public void TakeAll(List<Notice> to)
    {
        to.AddRange(Oldest);
        to.AddRange(Newest);
        (oldest, count) = (0, 0);
    }

    /// <summary>What lies up to the end of the ring, and what goes on from its beginning.</summary>
    private readonly ReadOnlySpan<Notice> Oldest => ring.AsSpan(oldest, Math.Min(count, (ring?.Length ?? 0) - oldest));

    private readonly ReadOnlySpan<Notice> Newest => ring.AsSpan(0, count - Oldest.Length);

    private void MakeRoom(int capacity)
    {
        var room = ring is null ? FirstRoom : 2 * ring.Length;
        var (larger, kept) = (new Notice[Math.Min(capacity, room)], ring is null ? [] : TakeAll());
        kept.CopyTo(larger, 0);
        (ring, count) = (larger, kept.Length);
    }
}
