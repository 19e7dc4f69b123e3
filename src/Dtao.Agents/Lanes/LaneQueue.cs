using System.Runtime.CompilerServices;
using Akka.Actor;

namespace Dtao.Agents.Lanes;

/// <summary>A lane's messages to itself, first in, first out.</summary>
internal sealed class LaneQueue
{
    private const int FirstRoom = 1024;

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
        ref var place = ref ring[first];
        var delivery = place;
        place = default;
        first = Place(1);
        count--;
        return delivery;
    }

    private int Place(int ahead) => first + ahead & ring.Length - 1;

    private void Grow()
    {
        var larger = new Delivery[2 * ring.Length];
        for (var i = 0; i < count; i++) larger[i] = ring[Place(i)];
        (ring, first) = (larger, 0);
    }
}

/// <summary>A message on its way to an actor's cell; without a cell, a task of Akka's own.</summary>
internal readonly record struct Delivery(ActorCell? Cell, Envelope Envelope);
