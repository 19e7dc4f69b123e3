using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Sensing;

namespace Dtao.Agents.Talking;

/// <summary>
/// What an agent has heard, with what the record calls each posting. Only the record reads that: a strategy sees a feed.
/// Its list is made when a strategy first looks: most of those who are woken hear much and look for little.
/// </summary>
internal sealed record TracedFeed(Notice[] Notices) : Feed
{
    protected override ImmutableArray<Heard> Gather() => ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(Notices, notice => notice.Heard));

    protected override bool Tells(Topic topic)
    {
        foreach (var notice in Notices)
            if (notice.Heard.Topic == topic)
                return true;
        return false;
    }
}
