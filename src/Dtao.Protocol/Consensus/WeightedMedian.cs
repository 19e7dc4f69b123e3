using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>The largest level that enough stake supports: at least a majority of the stake gives that score or a higher one.</summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs: weighted_median, weighted_median_col_sparse</c>.</remarks>
internal static class WeightedMedian
{
    /// <summary>The median of every column over those with stake.</summary>
    /// <param name="medians">What they may be, one a column, which costs nothing where it is wrong; then what they are.</param>
    public static I32F32[] OfColumns(Voters voters, ColumnBlocks weights, I32F32[] medians)
    {
        for (var block = 0; block < weights.Count; block++)
        {
            var column = block * Lanes.Width;
            Lanes.StorePadded(medians, column, weights.ExtentOf(block) == Extent.Nothing ? Vector256<long>.Zero : voters.Medians(Lanes.LoadPadded(medians, column), weights[block]));
        }
        return medians;
    }
}
