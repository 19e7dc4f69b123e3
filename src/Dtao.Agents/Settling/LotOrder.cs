using System.Numerics;

namespace Dtao.Agents.Settling;

/// <summary>Sorts a block's orders by lot, then by agent.</summary>
/// <remarks>Lots are uniform, so dealing them into as many buckets as there are orders leaves next to nothing to sort.</remarks>
public sealed class LotOrder
{
    private Lot[] sorted = new Lot[16];
    private int[] ends = new int[32];

    /// <summary>Where each order stands in the list it came from, first lot first.</summary>
    public ReadOnlySpan<Lot> Sort(ReadOnlySpan<Lot> lots)
    {
        Grow(lots.Length);
        var shift = Math.Min(63, BitOperations.LeadingZeroCount((ulong)lots.Length));
        var buckets = ends.AsSpan(0, 1 + (int)(ulong.MaxValue >> shift));
        Count(lots, buckets, shift);
        for (var i = lots.Length - 1; i >= 0; i--) sorted[--buckets[(int)(lots[i].Key >> shift)]] = lots[i];
        Straighten(sorted.AsSpan(0, lots.Length));
        return sorted.AsSpan(0, lots.Length);
    }

    private static void Count(ReadOnlySpan<Lot> lots, Span<int> ends, int shift)
    {
        ends.Clear();
        foreach (var lot in lots) ends[(int)(lot.Key >> shift)]++;
        for (var i = 1; i < ends.Length; i++) ends[i] += ends[i - 1];
    }

    private static void Straighten(Span<Lot> lots)
    {
        for (var i = 1; i < lots.Length; i++)
        {
            var lot = lots[i];
            var place = i;
            for (; place > 0 && lot.IsBefore(lots[place - 1]); place--) lots[place] = lots[place - 1];
            lots[place] = lot;
        }
    }

    private void Grow(int count)
    {
        if (count <= sorted.Length) return;
        sorted = new Lot[BitOperations.RoundUpToPowerOf2((uint)count)];
        ends = new int[2 * sorted.Length];
    }
}

/// <summary>A drawn lot, the agent that drew it, and the order's index in its block.</summary>
public readonly record struct Lot(ulong Key, int Agent, int Index)
{
    public bool IsBefore(Lot other) => Key < other.Key || (Key == other.Key && Agent < other.Agent);
}
