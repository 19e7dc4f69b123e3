using Akka.Actor;
using Dtao.Protocol.Memory;

namespace Dtao.Agents.Lanes;

/// <summary>Where agents are told, by seat.</summary>
/// <remarks>
/// A crowd is told in groups, and a group has worked before the next one is told: what a message touches is then still in the cache when its turn comes. Of a group,
/// addresses, cells, actors and what those keep are fetched together, one step after the other: a step to memory for all of them takes little longer than for one.
/// </remarks>
internal sealed class Addresses(IReadOnlyList<IActorRef> agents)
{
    /// <summary>Of so many, what their messages touch fits the first cache.</summary>
    public const int MostInGroup = 16;

    private readonly IActorRef[] agents = [.. agents];

    public static Addresses None { get; } = new([]);

    /// <summary>Those of all who are still to be told who are told next.</summary>
    public static ReadOnlySpan<int> FirstGroup(ReadOnlySpan<int> left) => left[..Math.Min(left.Length, MostInGroup)];

    /// <summary>Tells the next group of those who are still to be told.</summary>
    /// <param name="told">How many have been; it counts on.</param>
    /// <param name="messageOf">By place in the list.</param>
    /// <returns>Whether anybody is left.</returns>
    public bool TellGroup(ReadOnlySpan<int> seats, ref int told, Func<int, object> messageOf)
    {
        var group = FirstGroup(seats[told..]);
        Fetch(group);
        foreach (var seat in group) agents[seat].Tell(messageOf(told++), ActorRefs.NoSender);
        return told < seats.Length;
    }

    /// <summary>The addresses of a group, some time before it is told.</summary>
    public void FetchAddresses(ReadOnlySpan<int> group)
    {
        foreach (var seat in group) CacheLines.Fetch(agents[seat], lines: 1);
    }

    /// <summary>What a group's messages will touch.</summary>
    private void Fetch(ReadOnlySpan<int> group)
    {
        FetchAddresses(group);
        foreach (var seat in group) CacheLines.Fetch(CellOf(seat), ActorCells.Lines);
        foreach (var seat in group) ActorCells.FetchActor(CellOf(seat));
        foreach (var seat in group) ActorCells.FetchOwn(CellOf(seat));
    }

    private ActorCell? CellOf(int seat) => (agents[seat] as LocalActorRef)?.Cell;
}
