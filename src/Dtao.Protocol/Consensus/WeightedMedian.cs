using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>The largest level that enough stake supports: at least a majority of the stake gives that score or a higher one.</summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs: weighted_median, weighted_median_col_sparse</c>.</remarks>
internal sealed class WeightedMedian
{
    private I32F32[] scores = [];
    private (I32F32 Score, I32F32 Stake)[] ballots = [];

    /// <summary>The median of every column over the rows with stake; a missing entry is a vote for 0.</summary>
    public I32F32[] OfColumns(I32F32[] stake, SparseRows weights, I32F32 majority)
    {
        var voters = Array.FindAll(stake, s => s > I32F32.Zero);
        Shares.Normalise(voters);
        var (sum, medians) = (Shares.Sum(voters), new I32F32[stake.Length]);
        SpreadScores(stake, weights, voters.Length);
        if (ballots.Length < voters.Length) ballots = new (I32F32, I32F32)[voters.Length];
        for (var column = 0; column < medians.Length; column++)
        {
            var given = scores.AsSpan(column * voters.Length, voters.Length);
            for (var k = 0; k < given.Length; k++) ballots[k] = (given[k], voters[k]);
            medians[column] = Of(ballots.AsSpan(0, voters.Length), sum, majority);
        }
        return medians;
    }

    /// <summary>The median of <paramref name="ballots"/>, which it reorders; 0 of none.</summary>
    public static I32F32 Of(Span<(I32F32 Score, I32F32 Stake)> ballots, I32F32 stakeSum, I32F32 majority)
    {
        var minority = stakeSum - majority;
        var below = I32F32.Zero;
        while (ballots.Length > 1)
        {
            var pivot = ballots[ballots.Length / 2].Score;
            var (lower, upper, lowerStake, pivotStake) = Partition(ballots, pivot);
            if (minority < below + lowerStake && lower > 0) ballots = ballots[..lower];
            else if (below + lowerStake + pivotStake <= minority && upper < ballots.Length)
            {
                ballots = ballots[upper..];
                below += lowerStake + pivotStake;
            }
            else return pivot;
        }
        return ballots.IsEmpty ? I32F32.Zero : ballots[0].Score;
    }

    /// <summary>Lower scores to the front, higher ones to the end.</summary>
    /// <returns>Where the pivot's own begin and end, and the stake before and on them.</returns>
    private static (int Lower, int Upper, I32F32 LowerStake, I32F32 PivotStake) Partition(Span<(I32F32 Score, I32F32 Stake)> ballots, I32F32 pivot)
    {
        var (lower, next, upper) = (0, 0, ballots.Length);
        var (lowerStake, pivotStake) = (I32F32.Zero, I32F32.Zero);
        while (next < upper)
        {
            var ballot = ballots[next];
            if (ballot.Score > pivot) (ballots[next], ballots[--upper]) = (ballots[upper], ballot);
            else if (ballot.Score < pivot)
            {
                lowerStake += ballot.Stake;
                (ballots[next++], ballots[lower]) = (ballots[lower], ballot);
                lower++;
            }
            else
            {
                pivotStake += ballot.Stake;
                next++;
            }
        }
        return (lower, upper, lowerStake, pivotStake);
    }

    /// <summary>Column by column, one score a voter.</summary>
    private void SpreadScores(I32F32[] stake, SparseRows weights, int voters)
    {
        if (scores.Length < stake.Length * voters) scores = new I32F32[stake.Length * voters];
        scores.AsSpan(0, stake.Length * voters).Clear();
        for (int row = 0, voter = 0; row < stake.Length; row++)
        {
            if (stake[row] <= I32F32.Zero) continue;
            var columns = weights.Columns(row);
            var values = weights.Values(row);
            for (var k = 0; k < columns.Length; k++) scores[columns[k] * voters + voter] = values[k];
            voter++;
        }
    }
}
