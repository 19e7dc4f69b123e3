using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Strategies.Sensing;

/// <summary>What an agent has heard since it last woke, oldest first. Bounded: the oldest posts are forgotten.</summary>
public record Feed
{
    private readonly ImmutableArray<Heard> posts;

    public Feed(ImmutableArray<Heard> posts) => this.posts = posts;

    public static Feed Silent { get; } = new([]);

    public ImmutableArray<Heard> Posts
    {
        get
        {
            if (!posts.IsEmpty) WasRead = true; // The silent feed is everybody's: it is not written.
            return posts;
        }
    }

    /// <summary>The posts on one topic, for who has no use for the rest. Where there are none it has read nothing.</summary>
    public IEnumerable<Heard> About(Topic topic) => posts.Any(post => post.Topic == topic) ? Posts.Where(post => post.Topic == topic) : [];

    /// <summary>Whether anybody looked at what there is, so that the record can say what an agent knew. No strategy has a use for it.</summary>
    public bool WasRead { get; private set; }
}

/// <summary>A post as it is heard. It does not say who posted.</summary>
/// <param name="Of">Whom the fact is about, if it is about one account.</param>
public readonly record struct Heard(Block Posted, NetUid Netuid, Topic Topic, double Value, AccountId? Of = null);
