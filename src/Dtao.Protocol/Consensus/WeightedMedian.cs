using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>The largest level that enough stake supports: at least a majority of the stake gives that score or a higher one.</summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs: weighted_median, weighted_median_col_sparse</c>.</remarks>
internal static class WeightedMedian
{
    /// <summary>The median of every column over those with stake; who has no row votes 0 throughout.</summary>
    /// <param name="stake">By uid.</param>
    /// <param name="rowOf">By uid; −1 for none.</param>
    /// <param name="guesses">What the medians may be, one a column; they cost nothing where they are wrong.</param>
    public static I32F32[] OfColumns(I32F32[] stake, ColumnBlocks weights, int[] rowOf, I32F32 majority, ReadOnlySpan<I32F32> guesses)
    {
        var (voters, medians) = (Voters.Of(stake, rowOf, majority), new I32F32[stake.Length]);
        for (var block = 0; block < weights.Count; block++)
        {
            if (weights.ExtentOf(block) == Extent.Nothing) continue; // and the median of 0 is 0
            var column = block * Lanes.Width;
            var guess = guesses.Length == stake.Length ? Lanes.LoadPadded(guesses, column) : Vector256<long>.Zero;
            Lanes.StorePadded(medians, column, voters.Medians(guess, weights[block]));
        }
        return medians;
    }
}
