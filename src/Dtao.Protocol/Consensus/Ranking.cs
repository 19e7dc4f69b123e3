using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>What stake gives each column, before and after weights are clipped to what is agreed on, and what clipping leaves of each row.</summary>
/// <remarks>
/// subtensor v2.0.1 <c>epoch/math.rs: col_clip_sparse, matmul_sparse, row_sum_sparse</c>, in one pass; sums of integers do not depend on their order.
/// </remarks>
internal readonly record struct Ranking(I32F32[] Preranks, I32F32[] Ranks, I32F32[] RowSums)
{
    public static Ranking Of(SparseRows weights, I32F32[] stake, I32F32[] consensus)
    {
        var ranking = new Ranking(new I32F32[weights.Count], new I32F32[weights.Count], new I32F32[weights.Count]);
        for (var row = 0; row < weights.Count; row++)
            ranking.RowSums[row] = ranking.Add(weights.Columns(row), weights.Values(row), stake[row], consensus);
        return ranking;
    }

    private I32F32 Add(ReadOnlySpan<ushort> columns, ReadOnlySpan<I32F32> values, I32F32 stake, I32F32[] consensus)
    {
        var (preranks, ranks, sum) = (Preranks, Ranks, I32F32.Zero);
        for (var k = 0; k < columns.Length; k++)
        {
            var column = columns[k];
            var clipped = I32F32.Min(values[k], consensus[column]);
            sum += clipped;
            preranks[column] += stake * values[k];
            ranks[column] += stake * clipped;
        }
        return sum;
    }
}
