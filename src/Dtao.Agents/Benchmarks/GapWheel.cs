namespace Dtao.Agents.Benchmarks;

/// <summary>Who wakes in which block: a ring of lists, one a block, because blocks are discrete and a heap is not needed.</summary>
/// <remarks>Varghese and Lauck, <i>Hashed and Hierarchical Timing Wheels</i> (1987), scheme 4.</remarks>
public sealed class GapWheel
{
    /// <summary>Blocks that the ring spans. An exponential gap of mean 12 drawn from 53 bits stays below 445.</summary>
    private const int Ring = 512;

    private readonly int[][] agents = [.. Enumerable.Range(0, Ring).Select(_ => new int[16])];
    private readonly int[] counts = new int[Ring];
    private long now;

    /// <summary>Wakes an agent <paramref name="gap"/> blocks from now; 1 to 511.</summary>
    public void Add(int agent, int gap)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gap);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(gap, Ring);
        var slot = (int)((now + gap) % Ring);
        var count = counts[slot]++;
        if (count == agents[slot].Length) Array.Resize(ref agents[slot], 2 * count);
        agents[slot][count] = agent;
    }

    /// <summary>Goes on by a block.</summary>
    /// <returns>Who is due in it, in the order of their adding; good until the next turn.</returns>
    public ReadOnlySpan<int> Turn()
    {
        var slot = (int)(++now % Ring);
        var due = agents[slot].AsSpan(0, counts[slot]);
        counts[slot] = 0;
        return due;
    }
}
