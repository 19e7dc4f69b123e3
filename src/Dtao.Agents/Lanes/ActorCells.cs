using System.Runtime.CompilerServices;
using Akka.Actor;
using Dtao.Protocol.Memory;

namespace Dtao.Agents.Lanes;

/// <summary>What a message to a cell leads to, fetched into the cache ahead.</summary>
internal static class ActorCells
{
    /// <summary>Lines of a cell that a message touches, and of its behaviours, which are made with it and lie behind it.</summary>
    public const int Lines = 4;

    private const int ActorLines = 2;

    /// <summary>The actor of a cell that has been fetched.</summary>
    public static void FetchActor(ActorCell? cell)
    {
        if (cell is not null) CacheLines.Fetch(ActorOf(cell), ActorLines);
    }

    /// <summary>What an actor that has been fetched keeps for itself.</summary>
    public static void FetchOwn(ActorCell? cell)
    {
        if (cell is not null && ActorOf(cell) is LaneActor actor) actor.FetchOwn();
    }

    /// <summary>The cell tells its actor to nobody.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_actor")]
    private static extern ref ActorBase? ActorOf(ActorCell cell);
}
