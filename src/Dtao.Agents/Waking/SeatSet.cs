using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Dtao.Agents.Waking;

/// <summary>A set of seats that is emptied in their order: a bit a seat, which beats sorting a list of those who are due.</summary>
/// <param name="seats">How many there are.</param>
public sealed class SeatSet(int seats)
{
    private readonly ulong[] words = new ulong[(seats + 63) / 64];
    private int count;

    /// <summary>Puts a seat in; a seat that is in already stays in once.</summary>
    public void Add(int seat)
    {
        ref var word = ref words[seat >> 6];
        var bit = 1ul << seat;
        if ((word & bit) == 0) count++;
        word |= bit;
    }

    /// <summary>Takes all seats out, lowest first.</summary>
    public ImmutableArray<int> TakeAll()
    {
        var taken = new int[count];
        for (var (word, next) = (0, 0); next < count; word++)
        {
            for (var bits = words[word]; bits != 0; bits &= bits - 1) taken[next++] = (word << 6) + BitOperations.TrailingZeroCount(bits);
            words[word] = 0;
        }
        count = 0;
        return ImmutableCollectionsMarshal.AsImmutableArray(taken);
    }
}
