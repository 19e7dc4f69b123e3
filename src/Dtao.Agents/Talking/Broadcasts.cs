using System.Runtime.InteropServices;
using Dtao.Strategies.Acting;

namespace Dtao.Agents.Talking;

/// <summary>Posts of those whom a large part of all hear. They are kept once, and whoever wakes looks what is new: to put each into every inbox would touch all sleepers.</summary>
/// <param name="listeners">By seat: who hears it.</param>
/// <param name="capacity">How many posts a sleeper keeps; so nobody misses what is dropped here.</param>
internal sealed class Broadcasts(IReadOnlyList<int[]> listeners, int capacity)
{
    /// <summary>From this share of all seats on, one in so many, and from so many seats on.</summary>
    private const int OneIn = 16, Fewest = 32;

    private readonly Audience?[] audiences = new Audience?[listeners.Count];
    private readonly List<(Notice Notice, Audience Audience)> kept = [];
    private readonly Dictionary<Topic, long> newest = [];
    private int dropAt = 16 * capacity;

    public bool Suits(int poster) => listeners[poster].Length >= Fewest && listeners[poster].Length * OneIn > listeners.Count;

    public void Add(Notice notice, int poster)
    {
        newest[notice.Heard.Topic] = notice.Number;
        kept.Add((notice, audiences[poster] ??= new Audience(listeners[poster], listeners.Count)));
        if (kept.Count >= dropAt) Drop();
    }

    /// <summary>Whether there is anything new to hear for who has heard what came up to <paramref name="heardTo"/>.</summary>
    public bool AreSilentAfter(long heardTo) => kept.Count == 0 || kept[^1].Notice.Number <= heardTo;

    /// <summary>The number of the newest one on a topic; 0 where there was none.</summary>
    public long NewestOn(Topic topic) => newest.GetValueOrDefault(topic);

    /// <summary>What a seat has not heard yet, oldest first, at most as many as a sleeper keeps.</summary>
    /// <param name="heardTo">The number of the last posting before what is new to it.</param>
    public void TakeNew(int seat, long heardTo, List<Notice> heard)
    {
        var all = CollectionsMarshal.AsSpan(kept);
        for (var i = all.Length - 1; i >= 0 && all[i].Notice.Number > heardTo && heard.Count < capacity; i--)
            if (all[i].Audience.Has(seat))
                heard.Add(all[i].Notice);
        heard.Reverse();
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
