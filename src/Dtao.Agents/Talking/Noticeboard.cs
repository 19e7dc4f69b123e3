using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Agents.Conversation;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Talking;

/// <summary>Who has heard what. A post of block t is heard from block t + 1 on by those who listen to its poster.</summary>
/// <param name="listeners">By seat: who hears it.</param>
/// <param name="capacity">How many posts a sleeper keeps; the oldest are forgotten.</param>
public sealed class Noticeboard(IReadOnlyList<int[]> listeners, int capacity)
{
    private readonly Queue<Note>?[] inboxes = new Queue<Note>?[listeners.Count];

    /// <summary>Delivers a block's posts and says who heard something.</summary>
    public ImmutableArray<Listener> Deliver(Block block, IReadOnlyList<SeatPost> posts)
    {
        if (posts.Count == 0) return [];
        var heardBy = ImmutableArray.CreateBuilder<Listener>(posts.Sum(post => listeners[post.Seat].Length));
        foreach (var (seat, post, link) in posts)
            foreach (var listener in listeners[seat])
            {
                Put(listener, new Note(new Heard(block, post.Netuid, post.Topic, post.Value, post.Of), link));
                heardBy.Add(new Listener(listener, post.Topic));
            }
        return heardBy.MoveToImmutable();
    }

    /// <summary>Hands over what a seat has heard since it last asked.</summary>
    public Feed Collect(int seat)
    {
        if (inboxes[seat] is not { Count: > 0 } inbox) return Feed.Silent;
        var (heard, links) = (new Heard[inbox.Count], new CausalLink[inbox.Count]);
        for (var i = 0; i < heard.Length; i++) (heard[i], links[i]) = inbox.Dequeue();
        return new TracedFeed(ImmutableCollectionsMarshal.AsImmutableArray(heard), ImmutableCollectionsMarshal.AsImmutableArray(links));
    }

    private void Put(int seat, in Note note)
    {
        var inbox = inboxes[seat] ??= new Queue<Note>();
        if (inbox.Count == capacity) inbox.Dequeue();
        inbox.Enqueue(note);
    }

    private readonly record struct Note(Heard Heard, CausalLink Link);
}
