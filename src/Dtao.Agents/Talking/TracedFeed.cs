using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Talking;

/// <summary>
/// What an agent has heard, with what the record calls each posting. Only the record reads that: a strategy sees a feed.
/// Its lists are made when a strategy first looks, which must be before the next posts: most of those who are woken hear much and look for little.
/// </summary>
internal sealed record TracedFeed : Feed
{
    private readonly Noticeboard board;
    private readonly int seat;
    private readonly long heardTo, posted;
    private readonly Notice[] own;
    private Notice[]? notices;

    /// <param name="board">Where the broadcasts are.</param>
    /// <param name="seat">Whose feed it is.</param>
    /// <param name="heardTo">The number of the last posting before what is new to it.</param>
    /// <param name="posted">How many postings there are.</param>
    /// <param name="own">What lay in its inbox, oldest first.</param>
    public TracedFeed(Noticeboard board, int seat, long heardTo, long posted, Notice[] own) =>
        (this.board, this.seat, this.heardTo, this.posted, this.own) = (board, seat, heardTo, posted, own);

    /// <summary>Oldest first.</summary>
    public Notice[] Notices => notices ??= board.Merged(seat, heardTo, posted, own);

    protected override ImmutableArray<Heard> Gather() => ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(Notices, notice => notice.Heard));

    protected override bool Tells(Topic topic) => (Tells(own, topic) || board.HasBroadcast(topic, heardTo)) && Tells(Notices, topic);

    private static bool Tells(Notice[] notices, Topic topic)
    {
        foreach (var notice in notices)
            if (notice.Heard.Topic == topic)
                return true;
        return false;
    }
}
