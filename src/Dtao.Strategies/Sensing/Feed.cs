using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Strategies.Sensing;

/// <summary>What an agent has heard since it last woke, oldest first. Bounded: the oldest posts are forgotten. It is to be looked at while deciding: posts that were taken out of it may be kept, the feed may not.</summary>
public record Feed
{
    private ImmutableArray<Heard> posts;

    public Feed(ImmutableArray<Heard> posts) => this.posts = posts;

    /// <summary>One whose list is made when somebody looks.</summary>
    protected Feed()
    {
    }

    public static Feed Silent { get; } = new([]);

    /// <exception cref="InvalidOperationException">Others have been posted since.</exception>
    public ImmutableArray<Heard> Posts
    {
        get
        {
            if (posts.IsDefault) posts = Gather();
            if (!posts.IsEmpty) WasRead = true; // The silent feed is everybody's: it is not written.
            return posts;
        }
    }

    /// <summary>The posts on one topic, for who has no use for the rest. Where there are none it has read nothing.</summary>
    public IEnumerable<Heard> About(Topic topic) => Tells(topic) ? Posts.Where(post => post.Topic == topic) : [];

    /// <summary>Makes the list, oldest first.</summary>
    protected virtual ImmutableArray<Heard> Gather() => [];

    /// <summary>Whether there is a post on a topic.</summary>
    protected internal virtual bool Tells(Topic topic)
    {
        foreach (ref readonly var post in posts.AsSpan())
            if (post.Topic == topic)
                return true;
        return false;
    }

    /// <summary>Whether anybody looked at what there is, so that the record can say what an agent knew. No strategy has a use for it.</summary>
    public bool WasRead { get; private set; }
}

/// <summary>A post as it is heard. It does not say who posted.</summary>
/// <param name="Of">Whom the fact is about, if it is about one account.</param>
public readonly record struct Heard(Block Posted, NetUid Netuid, Topic Topic, double Value, AccountId? Of = null);
