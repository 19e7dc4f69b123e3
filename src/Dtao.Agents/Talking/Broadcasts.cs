namespace Dtao.Agents.Talking;

/// <summary>Posts of those whom a large part of all hear. They are kept once, and whoever wakes looks what is new: to put each into every inbox would touch all sleepers.</summary>
/// <param name="listeners">By seat: who hears it.</param>
/// <param name="capacity">How many posts a sleeper keeps; so nobody misses what is dropped here.</param>
internal sealed class Broadcasts(IReadOnlyList<int[]> listeners, int capacity)
{
    /// <summary>From this share of all seats on, one in so many, and from so many seats on.</summary>
    private const int OneIn = 16, Fewest = 32;

    private readonly Audience?[] audiences = new Audience?[listeners.Count];
    private readonly long[] readTo = new long[listeners.Count];
    private readonly List<(Notice Notice, Audience Audience)> kept = [];
    private int dropAt = 16 * capacity;

    public bool Suits(int poster) => listeners[poster].Length >= Fewest && listeners[poster].Length * OneIn > listeners.Count;

    public void Add(Notice notice, int poster)
    {
        kept.Add((notice, audiences[poster] ??= new Audience(listeners[poster], listeners.Count)));
        if (kept.Count >= dropAt) Drop();
    }

    /// <summary>Whether a seat has anything new to hear.</summary>
    public bool IsSilentFor(int seat) => kept.Count == 0 || kept[^1].Notice.Number <= readTo[seat];

    /// <summary>What a seat has not heard yet, oldest first, at most as many as a sleeper keeps.</summary>
    public void TakeNew(int seat, List<Notice> heard)
    {
        for (var i = kept.Count - 1; i >= 0 && kept[i].Notice.Number > readTo[seat] && heard.Count < capacity; i--)
            if (kept[i].Audience.Has(seat))
                heard.Add(kept[i].Notice);
        heard.Reverse();
        if (kept.Count > 0) readTo[seat] = kept[^1].Notice.Number;
    }

    /// <summary>Drops what lies behind the last posts of its poster that fill a sleeper's feed: it has been forgotten by everybody.</summary>
    private void Drop()
    {
        foreach (var audience in audiences) audience?.Recount();
        for (var i = kept.Count - 1; i >= 0; i--) kept[i].Audience.Count();
        kept.RemoveAll(post => post.Audience.CountDown() >= capacity);
        dropAt = Math.Max(dropAt, 2 * kept.Count);
    }

    /// <summary>Who hears a poster, a bit a seat.</summary>
    private sealed class Audience
    {
        private readonly ulong[] words;
        private int posts;

        public Audience(int[] seats, int count)
        {
            words = new ulong[(count + 63) / 64];
            foreach (var seat in seats) words[seat >> 6] |= 1ul << seat;
        }

        public bool Has(int seat) => (words[seat >> 6] & 1ul << seat) != 0;

        public void Recount() => posts = 0;

        public void Count() => posts++;

        /// <returns>How many of its posts come after this one.</returns>
        public int CountDown() => --posts;
    }
}
