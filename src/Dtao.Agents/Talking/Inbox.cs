namespace Dtao.Agents.Talking;

/// <summary>What a sleeper has heard: a ring that forgets the oldest when it is full.</summary>
/// <remarks>A value, and all inboxes lie in one row: a post that everybody hears touches every one of them.</remarks>
internal struct Inbox
{
    private const int FirstRoom = 8;

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
        var first = Math.Min(count, ring is null ? 0 : ring.Length - oldest);
        ring.AsSpan(oldest, first).CopyTo(taken);
        ring.AsSpan(0, count - first).CopyTo(taken.AsSpan(first));
        (oldest, count) = (0, 0);
        return taken;
    }

    private void MakeRoom(int capacity)
    {
        var room = ring is null ? FirstRoom : 2 * ring.Length;
        var (larger, kept) = (new Notice[Math.Min(capacity, room)], ring is null ? [] : TakeAll());
        kept.CopyTo(larger, 0);
        (ring, count) = (larger, kept.Length);
    }
}
