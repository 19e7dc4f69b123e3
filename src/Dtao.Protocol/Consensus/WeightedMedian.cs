using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>The largest level that enough stake supports: at least a majority of the stake gives that score or a higher one.</summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs: weighted_median, weighted_median_col_sparse</c>.</remarks>
internal sealed class WeightedMedian
{
    private const int ScoresInCacheLine = 8;

    private I32F32[] scores = [];
    private Ballot[] ballots = [];
    private Ballot[] spare = [];

    /// <summary>The median of every column over the rows with stake; a missing entry is a vote for 0.</summary>
    public I32F32[] OfColumns(I32F32[] stake, SparseRows weights, I32F32 majority)
    {
        var voters = Array.FindAll(stake, s => s > I32F32.Zero);
        Shares.Normalise(voters);
        var (sum, medians) = (Shares.Sum(voters), new I32F32[stake.Length]);
        var stride = SpreadScores(stake, weights, voters.Length);
        if (ballots.Length < voters.Length) (ballots, spare) = (new Ballot[voters.Length], new Ballot[voters.Length]);
        for (var column = 0; column < medians.Length; column++)
        {
            var given = scores.AsSpan(column * stride, voters.Length);
            for (var k = 0; k < given.Length; k++) ballots[k] = new(given[k], voters[k]);
            medians[column] = Of(ballots.AsSpan(0, voters.Length), spare, sum, majority);
        }
        return medians;
    }

    /// <summary>The median of <paramref name="ballots"/>; 0 of none. Both spans are overwritten.</summary>
    /// <param name="spare">Room for as many ballots again.</param>
    public static I32F32 Of(Span<Ballot> ballots, Span<Ballot> spare, I32F32 stakeSum, I32F32 majority)
    {
        var minority = stakeSum - majority;
        var below = I32F32.Zero;
        while (ballots.Length > 1)
        {
            var pivot = ballots[ballots.Length / 2].Score;
            var (lower, upper, lowerStake, upperStake) = Partition(ballots, spare, pivot);
            var above = stakeSum - upperStake;
            if (minority < below + lowerStake && lower > 0)
            {
                ballots = ballots[..lower];
                stakeSum = below + lowerStake;
            }
            else if (above <= minority && upper > 0)
            {
                var rest = spare[..upper];
                spare = ballots;
                ballots = rest;
                below = above;
            }
            else return pivot;
        }
        return ballots.IsEmpty ? I32F32.Zero : ballots[0].Score;
    }

    /// <summary>Lower scores to the front of <paramref name="ballots"/>, higher ones into <paramref name="spare"/>.</summary>
    /// <remarks>Every ballot is written to both and the ends move on where it belongs: scores come in no order, and guessing branches would cost most.</remarks>
    private static (int Lower, int Upper, I32F32 LowerStake, I32F32 UpperStake) Partition(Span<Ballot> ballots, Span<Ballot> spare, I32F32 pivot)
    {
        var (lower, upper, lowerStake, upperStake) = (0, 0, 0L, 0L);
        for (var k = 0; k < ballots.Length; k++)
        {
            var ballot = ballots[k];
            var (isLower, isUpper) = (ballot.Score < pivot ? 1 : 0, ballot.Score > pivot ? 1 : 0);
            (ballots[lower], spare[upper]) = (ballot, ballot);
            lower += isLower;
            upper += isUpper;
            lowerStake += -isLower & ballot.Stake.Raw;
            upperStake += -isUpper & ballot.Stake.Raw;
        }
        return (lower, upper, new(lowerStake), new(upperStake));
    }

    /// <summary>Column by column, one score a voter.</summary>
    /// <returns>The distance of two columns: an odd number of cache lines, or a row's scores would all want the same few.</returns>
    private int SpreadScores(I32F32[] stake, SparseRows weights, int voters)
    {
        var stride = (voters / ScoresInCacheLine | 1) * ScoresInCacheLine + ScoresInCacheLine * 2;
        if (scores.Length < stake.Length * stride) scores = new I32F32[stake.Length * stride];
        scores.AsSpan(0, stake.Length * stride).Clear();
        for (int row = 0, voter = 0; row < stake.Length; row++)
        {
            if (stake[row] <= I32F32.Zero) continue;
            var columns = weights.Columns(row);
            var values = weights.Values(row);
            for (var k = 0; k < columns.Length; k++) scores[columns[k] * stride + voter] = values[k];
            voter++;
        }
        return stride;
    }
}

/// <summary>A score, and the stake that gives it.</summary>
internal readonly record struct Ballot(I32F32 Score, I32F32 Stake);
