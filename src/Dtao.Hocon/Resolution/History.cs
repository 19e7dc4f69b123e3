using System.Collections.Immutable;

namespace Dtao.Hocon;

/// <summary>What was assigned to a key before the value that won.</summary>
internal static class History
{
    private const int Longest = 32;

    /// <param name="isMerged">An object won: earlier objects went into it, and only what is none was replaced.</param>
    public static ImmutableArray<Origin> Before(Slot slot, DraftSlot winner, bool isMerged)
    {
        var origins = ImmutableArray.CreateBuilder<Origin>();
        var open = new Stack<Slot>([slot]);
        var isPast = false;
        for (var steps = 0; steps < Limits.Assignments && origins.Count < Longest && open.TryPop(out var next); steps++)
        {
            if (isPast && next is DraftSlot { Draft: var draft } && !(isMerged && draft is not (ScalarDraft or ArrayDraft)))
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
