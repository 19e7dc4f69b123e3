using Dtao.Agents.Conversation;
using Dtao.Agents.Talking;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Tests.Talking;

/// <summary>Posts that many hear are kept in another way than those that few hear; nobody can tell.</summary>
public sealed class Many_who_listen
{
    private const int Seats = 200, Capacity = 5;

    private readonly Dice dice = Dice.For(1, 1, 0, Purpose.Decide);
    private readonly int[][] listeners;
    private readonly Queue<double>[] expected = [.. Enumerable.Range(0, Seats).Select(_ => new Queue<double>())];

    public Many_who_listen() => listeners = [.. Enumerable.Range(0, Seats).Select(seat => Others(seat, ofAll: seat % 4 == 0 ? 0.7 : 0.03))];

    [Fact]
    public void hear_what_each_would_find_in_a_box_of_its_own()
    {
        var board = new Noticeboard(listeners, Capacity);
        for (var block = 1; block <= 2_000; block++)
        {
            var posts = Enumerable.Range(0, dice.Below(3)).Select(n => (Seat: dice.Below(Seats), Value: block + n / 10.0)).ToArray();
            board.Deliver(new Block(block), [.. posts.Select(post => new SeatPost(post.Seat, new Post(new NetUid(1), Topic.News, post.Value)))]);
            foreach (var post in posts) Expect(post.Seat, post.Value);
            var seat = dice.Below(Seats);
            Assert.Equal(expected[seat], board.Collect(seat).Posts.Select(post => post.Value));
            expected[seat].Clear();
        }
    }

    /// <summary>Some only ask for one topic, and some for nothing at all.</summary>
    [Fact]
    public void hear_of_one_topic_what_each_would_find_in_a_box_of_its_own()
    {
        var board = new Noticeboard(listeners, Capacity);
        for (var block = 1; block <= 2_000; block++)
        {
            var posts = Enumerable.Range(0, dice.Below(3)).Select(n => (Seat: dice.Below(Seats), Value: block + (dice.Chance(0.1) ? 0.5 : 0))).ToArray();
            board.Deliver(new Block(block), [.. posts.Select(post => new SeatPost(post.Seat, new Post(new NetUid(1), IsBurn(post.Value) ? Topic.Burn : Topic.News, post.Value)))]);
            foreach (var post in posts) Expect(post.Seat, post.Value);
            var seat = dice.Below(Seats);
            var feed = board.Collect(seat);
            if (dice.Chance(0.8)) Assert.Equal(expected[seat].Where(IsBurn), feed.About(Topic.Burn).Select(post => post.Value));
            Assert.Equal(feed.WasRead, feed.WasRead && expected[seat].Any(IsBurn));
            expected[seat].Clear();
        }
    }

    private static bool IsBurn(double value) => value != Math.Floor(value);

    private void Expect(int poster, double value)
    {
        foreach (var listener in listeners[poster])
        {
            if (expected[listener].Count == Capacity) expected[listener].Dequeue();
            expected[listener].Enqueue(value);
        }
    }

    private int[] Others(int seat, double ofAll) => [.. Enumerable.Range(0, Seats).Where(other => other != seat && dice.Chance(ofAll))];
}
