using System.Runtime.CompilerServices;
using Akka.Actor;
using Dtao.Protocol.Memory;

namespace Dtao.Agents.Lanes;

/// <summary>
/// A lane's messages to itself, first in, first out. While one is taken out, those to whom the next ones go are fetched into the cache: their cells first, then their
/// actors; but only where many wait, since few are in the cache anyway.
/// </summary>
internal sealed class LaneQueue
{
    /// <summary>From so many on it pays to fetch whose turn comes next.</summary>
    public const int Many = 128;

    /// <summary>Lines of a cell that a message touches.</summary>
    public const int CellLines = 4;

    private const int FirstRoom = 1024, CellsAhead = 4, ActorsAhead = 2, ActorLines = 2;

    private Delivery[] ring = new Delivery[FirstRoom]; // as many as a power of two
    private int first, count;

    public bool IsEmpty => count == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enqueue(in Delivery delivery)
    {
        if (count == ring.Length) Grow();
        ring[Place(count++)] = delivery;
    }

    /// <summary>The next one; there must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Delivery Dequeue()
    {
        if (count >= Many) FetchNext();
        ref var place = ref ring[first];
        var delivery = place;
        place = default;
        first = Place(1);
        count--;
        return delivery;
    }

    private void FetchNext()
    {
        CacheLines.Fetch(ring[Place(CellsAhead)].Cell, CellLines);
        FetchActor(ring[Place(ActorsAhead)].Cell);
        FetchOwn(ring[Place(1)].Cell);
    }

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

    private int Place(int ahead) => first + ahead & ring.Length - 1;

    private void Grow()
    {
        var larger = new Delivery[2 * ring.Length];
        for (var i = 0; i < count; i++) larger[i] = ring[Place(i)];
        (ring, first) = (larger, 0);
    }

    /// <summary>The cell tells its actor to nobody.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_actor")]
    private static extern ref ActorBase? ActorOf(ActorCell cell);
}

/// <summary>A message on its way to an actor's cell; without a cell, a task of Akka's own.</summary>
internal readonly record struct Delivery(ActorCell? Cell, Envelope Envelope);
