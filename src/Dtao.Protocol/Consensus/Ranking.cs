using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>What stake gives each column, before and after weights are clipped to what is agreed on, and what clipping leaves of each row.</summary>
/// <remarks>
/// subtensor v2.0.1 <c>epoch/math.rs: col_clip_sparse, matmul_sparse, row_sum_sparse</c>, in one pass; sums of integers do not depend on their order.
/// </remarks>
internal readonly record struct Ranking(I32F32[] Preranks, I32F32[] Ranks, I32F32[] RowSums)
{
    public static Ranking Of(UidMatrix weights, I32F32[] stake, I32F32[] consensus)
    {
        var (preranks, ranks, rowSums) = (new I32F32[weights.Count], new I32F32[weights.Count], new I32F32[weights.Count]);
        foreach (var row in weights.Rows) rowSums[row] = Lanes.AddRanks(preranks, ranks, stake[row], weights[row], consensus);
        return new(preranks, ranks, rowSums);
    }
}
