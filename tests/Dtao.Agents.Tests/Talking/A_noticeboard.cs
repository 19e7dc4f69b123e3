using Dtao.Agents.Conversation;
using Dtao.Agents.Talking;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;

namespace Dtao.Agents.Tests.Talking;

public sealed class A_noticeboard
{
    private const int Alice = 0, Bob = 1, Carol = 2;

    private static readonly NetUid Apex = new(1);

    /// <summary>Alice and Bob hear each other; Carol hears Alice and is heard by nobody.</summary>
    private readonly Noticeboard board = new([[Bob, Carol], [Alice], []], capacity: 3);

    [Fact]
    public void takes_a_post_to_those_who_listen_to_its_poster()
    {
        Assert.Equal([Bob, Carol], Deliver(at: 5, (Alice, 0.4)));
        Assert.Equal([0.4], Heard(Bob));
        Assert.Equal([0.4], Heard(Carol));
        Assert.Empty(Heard(Alice));
    }

    [Fact]
    public void says_when_a_post_was_made_and_not_by_whom()
    {
        Deliver(at: 5, (Alice, 0.4));
        Assert.Equal(new Strategies.Sensing.Heard(new Block(5), Apex, Topic.Holding, 0.4), Assert.Single(board.Collect(Bob).Posts));
    }

    [Fact]
    public void hands_a_post_over_once()
    {
        Deliver(at: 5, (Alice, 0.4));
        Assert.NotEmpty(Heard(Bob));
        Assert.Empty(Heard(Bob));
    }

    [Fact]
    public void keeps_what_is_heard_over_many_blocks_in_its_order()
    {
        Deliver(at: 5, (Alice, 0.1));
        Deliver(at: 6, (Alice, 0.2), (Alice, 0.3));
        Assert.Equal([0.1, 0.2, 0.3], Heard(Bob));
    }

    [Fact]
    public void lists_what_was_heard_when_somebody_looks_but_not_once_there_are_other_posts()
    {
        Deliver(at: 5, (Alice, 0.1));
        var (looked, late) = (board.Collect(Bob), board.Collect(Carol));
        Assert.Single(looked.Posts);
        Deliver(at: 6, (Alice, 0.2));
        Assert.Single(looked.Posts);
        Assert.Throws<InvalidOperationException>(() => late.Posts);
        Assert.Equal([0.2], Heard(Carol));
    }

    [Fact]
    public void forgets_the_oldest_posts_of_a_sleeper_beyond_its_capacity()
    {
        for (var i = 1; i <= 5; i++) Deliver(at: i, (Alice, i));
        Assert.Equal([3, 4, 5], Heard(Bob));
    }

    [Fact]
    public void is_silent_where_nobody_posts() => Assert.Empty(Deliver(at: 5));

    private IReadOnlyList<int> Deliver(long at, params (int Seat, double Value)[] posts) =>
        [.. board.Deliver(new Block(at), [.. posts.Select(p => new SeatPost(p.Seat, new Post(Apex, Topic.Holding, p.Value)))]).Select(l => l.Seat)];

    private double[] Heard(int seat) => [.. board.Collect(seat).Posts.Select(post => post.Value)];
}
