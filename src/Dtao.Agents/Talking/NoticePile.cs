using System.Runtime.InteropServices;

namespace Dtao.Agents.Talking;

/// <summary>
/// Postings that lie in inboxes, each once and for as long as it lies in any. Inboxes keep places here and not references: those would be looked through at every
/// collection, since each posting makes hundreds of old inboxes point at something young.
/// </summary>
internal sealed class NoticePile
{
    private readonly List<(Notice? Notice, int Holders)> places = [];
    private readonly Stack<int> free = new();

    /// <param name="holders">How many inboxes it goes into, at least 1.</param>
    /// <returns>Its place.</returns>
    public int Put(Notice notice, int holders)
    {
        if (!free.TryPop(out var place))
        {
            place = places.Count;
            places.Add(default);
        }
        places[place] = (notice, holders);
        return place;
    }

    /// <summary>One inbox holds it no longer.</summary>
    public Notice Take(int place)
    {
        ref var lying = ref CollectionsMarshal.AsSpan(places)[place];
        var notice = lying.Notice!;
        if (--lying.Holders > 0) return notice;
        lying.Notice = null;
        free.Push(place);
        return notice;
    }
}
