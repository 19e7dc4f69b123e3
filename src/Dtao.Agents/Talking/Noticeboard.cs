using System.Collections.Immutable;
using Dtao.Agents.Conversation;
using Dtao.Protocol.Units;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Talking;

/// <summary>Who has heard what. A post of block t is heard from block t + 1 on by those who listen to its poster.</summary>
/// <param name="listeners">By seat: who hears it.</param>
/// <param name="capacity">How many posts a sleeper keeps; the oldest are forgotten.</param>
public sealed class Noticeboard(IReadOnlyList<int[]> listeners, int capacity)
{
    private readonly Inbox[] inboxes = new Inbox[listeners.Count];

    /// <summary>Delivers a block's posts and says who heard something.</summary>
    public ImmutableArray<Listener> Deliver(Block block, IReadOnlyList<SeatPost> posts)
    {
        if (posts.Count == 0) return [];
        var heardBy = ImmutableArray.CreateBuilder<Listener>(posts.Sum(post => listeners[post.Seat].Length));
        foreach (var (seat, post, link) in posts)
        {
            var notice = new Notice(new Heard(block, post.Netuid, post.Topic, post.Value, post.Of), link);
            foreach (var listener in listeners[seat])
            {
                inboxes[listener].Put(notice, capacity);
                heardBy.Add(new Listener(listener, post.Topic));
            }
        }
        return heardBy.MoveToImmutable();
    }

    /// <summary>Hands over what a seat has heard since it last asked.</summary>
    public Feed Collect(int seat) => inboxes[seat].IsEmpty ? Feed.Silent : new TracedFeed(inboxes[seat].TakeAll());
}
