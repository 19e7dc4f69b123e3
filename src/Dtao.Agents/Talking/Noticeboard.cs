using System.Collections.Immutable;
using Dtao.Agents.Conversation;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Talking;

/// <summary>Who has heard what. A post of block t is heard from block t + 1 on by those who listen to its poster.</summary>
/// <param name="listeners">By seat: who hears it.</param>
/// <param name="capacity">How many posts a sleeper keeps; the oldest are forgotten.</param>
public sealed class Noticeboard(IReadOnlyList<int[]> listeners, int capacity)
{
    private readonly Inbox[] inboxes = new Inbox[listeners.Count];
    private readonly NoticePile pile = new();
    private readonly Broadcasts broadcasts = new(listeners, capacity);
    private readonly List<Notice> common = [];
    private long posted;

    /// <summary>Delivers a block's posts and says who heard something.</summary>
    public ImmutableArray<Listener> Deliver(Block block, IReadOnlyList<SeatPost> posts)
    {
        if (posts.Count == 0) return [];
        var heardBy = ImmutableArray.CreateBuilder<Listener>(HearersOf(posts));
        foreach (var (seat, post, link) in posts)
        {
            Put(new Notice(++posted, new Heard(block, post.Netuid, post.Topic, post.Value, post.Of), link), seat);
            foreach (var listener in listeners[seat]) heardBy.Add(new Listener(listener, post.Topic));
        }
        return heardBy.MoveToImmutable();
    }

    /// <summary>Hands over what a seat has heard since it last asked.</summary>
    public Feed Collect(int seat)
    {
        ref var inbox = ref inboxes[seat];
        var heardTo = inbox.HeardTo;
        inbox.HeardTo = posted;
        return inbox.Count == 0 && broadcasts.AreSilentAfter(heardTo) ? Feed.Silent : new TracedFeed(this, seat, heardTo, posted, TakeAll(ref inbox));
    }

    /// <summary>What a seat has heard, in the order in which it was posted; of more than a sleeper keeps, the newest.</summary>
    /// <param name="heardTo">The number of the last posting before what is new to it.</param>
    /// <param name="posted">How many postings there were when it asked.</param>
    /// <param name="own">What it was told by others than those whom a large part of all hear.</param>
    /// <exception cref="InvalidOperationException">There have been others since.</exception>
    internal Notice[] Merged(int seat, long heardTo, long posted, Notice[] own)
    {
        if (posted != this.posted) throw new InvalidOperationException("What was heard up to one block was looked at in a later one: look at what you have heard while you decide, and keep the posts you need of it.");
        if (broadcasts.AreSilentAfter(heardTo)) return own;
        common.Clear();
        broadcasts.TakeNew(seat, heardTo, common);
        return common.Count == 0 ? own : Merged(own);
    }

    /// <summary>Whether anything on a topic was broadcast, to whomever, after the posting of a number.</summary>
    internal bool HasBroadcast(Topic topic, long heardTo) => broadcasts.NewestOn(topic) > heardTo;

    private int HearersOf(IReadOnlyList<SeatPost> posts)
    {
        var hearers = 0;
        for (var i = 0; i < posts.Count; i++) hearers += listeners[posts[i].Seat].Length;
        return hearers;
    }

    private void Put(Notice notice, int poster)
    {
        if (listeners[poster].Length == 0) return;
        if (broadcasts.Suits(poster))
        {
            broadcasts.Add(notice, poster);
            return;
        }
        var place = pile.Put(notice, listeners[poster].Length);
        foreach (var listener in listeners[poster])
            if (inboxes[listener].Put(place, capacity) is { } forgotten)
                pile.Take(forgotten);
    }

    /// <summary>Oldest first.</summary>
    private Notice[] TakeAll(ref Inbox inbox)
    {
        if (inbox.Count == 0) return [];
        var taken = new Notice[inbox.Count];
        for (var i = 0; i < taken.Length; i++) taken[i] = pile.Take(inbox.TakeOldest());
        return taken;
    }

    private Notice[] Merged(Notice[] own)
    {
        var merged = new Notice[Math.Min(capacity, own.Length + common.Count)];
        var (mine, others) = (own.Length - 1, common.Count - 1);
        for (var place = merged.Length - 1; place >= 0; place--)
            merged[place] = others < 0 || mine >= 0 && own[mine].Number > common[others].Number ? own[mine--] : common[others--];
        return merged;
    }
}
