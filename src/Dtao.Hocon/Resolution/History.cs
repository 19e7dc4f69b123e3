using System.Collections.Immutable;

namespace Dtao.Hocon;

/// <summary>What was assigned to a key before the value that won.</summary>
internal static class History
{
    private const int Longest = 32;

    public static ImmutableArray<Origin> Before(Slot slot, DraftSlot winner)
    {
        var origins = ImmutableArray.CreateBuilder<Origin>();
        var open = new Stack<Slot>([slot]);
        var isPast = false;
        for (var steps = 0; steps < Limits.Assignments && origins.Count < Longest && open.TryPop(out var next); steps++)
        {
            if (isPast && next is DraftSlot { Draft: var draft })
                origins.Add(draft.Origin);
            isPast |= next == winner;
            PushEarlier(open, next);
        }

        return origins.ToImmutable();
    }

    private static void PushEarlier(Stack<Slot> open, Slot slot)
    {
        if (slot is MergeSlot merged)
        {
            open.Push(merged.Lower);
            open.Push(merged.Upper);
        }
        else if (slot is DraftSlot { Prior: { } prior })
        {
            open.Push(prior);
        }
    }
}
