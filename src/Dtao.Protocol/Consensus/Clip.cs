using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>Cuts weights down to what the column agrees on.</summary>
internal static class Clip
{
    /// <summary>min(wᵢⱼ, cⱼ); where the column agrees on nothing the entry stays as a 0.</summary>
    /// <remarks>subtensor v2.0.1 <c>epoch/math.rs: col_clip_sparse</c>.</remarks>
    public static void Columns(SparseRows weights, I32F32[] consensus, SparseRows clipped)
    {
        clipped.Clear(weights.Count, weights.Entries);
        for (var row = 0; row < weights.Count; row++)
        {
            var columns = weights.Columns(row);
            var values = weights.Values(row);
            for (var k = 0; k < columns.Length; k++) clipped.Add(columns[k], I32F32.Min(values[k], consensus[columns[k]]));
            clipped.EndRow();
        }
    }
}
