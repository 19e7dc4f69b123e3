using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>The largest level that enough stake supports: at least a majority of the stake gives that score or a higher one.</summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs: weighted_median, weighted_median_col_sparse</c>.</remarks>
internal sealed class WeightedMedian
{
    private const int ScoresInCacheLine = 8;

    private I32F32[] scores = [];
    private bool[] isScored = [];

    /// <summary>The median of every column over the rows with stake; a missing row votes 0 throughout.</summary>
    public I32F32[] OfColumns(I32F32[] stake, UidMatrix weights, I32F32 majority)
    {
        var voters = Array.FindAll(stake, s => s > I32F32.Zero);
        Shares.Normalise(voters);
        var (sum, medians) = (Shares.Sum(voters), new I32F32[stake.Length]);
        var stride = SpreadScores(stake, weights, voters.Length);
        for (var column = 0; column < medians.Length; column++)
            if (isScored[column])
                medians[column] = Of(scores.AsSpan(column * stride, voters.Length), voters, sum - majority);
        return medians;
    }

    /// <summary>The lowest score up to which more stake than the minority lies; the highest where there is none, and 0 of none.</summary>
    /// <param name="scores">0 or above, one a voter.</param>
    /// <remarks>A score that is tried narrows the range of those still in question, and a whole trial costs less than to sort the voters about it.</remarks>
    public static I32F32 Of(ReadOnlySpan<I32F32> scores, ReadOnlySpan<I32F32> stakes, I32F32 minority)
    {
        var (low, high) = (-1L, long.MaxValue);
        var given = MemoryMarshal.Cast<I32F32, long>(scores);
        var behind = MemoryMarshal.Cast<I32F32, long>(stakes);
        foreach (var score in given)
        {
            if (score <= low || score >= high) continue;
            if (StakeUpTo(score, given, behind) > minority.Raw) high = score;
            else low = score;
        }
        return new(high < long.MaxValue ? high : Math.Max(0, low));
    }

    /// <remarks>Integers add up to the same in any order, so lanes of a vector change no bit.</remarks>
    private static long StakeUpTo(long level, ReadOnlySpan<long> scores, ReadOnlySpan<long> stakes)
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        ref var stake = ref MemoryMarshal.GetReference(stakes);
        var (levels, sums, k) = (Vector256.Create(level), Vector256<long>.Zero, 0);
        for (; k <= scores.Length - Vector256<long>.Count; k += Vector256<long>.Count)
            sums += Vector256.AndNot(Vector256.LoadUnsafe(ref stake, (nuint)k), Vector256.GreaterThan(Vector256.LoadUnsafe(ref score, (nuint)k), levels));
        var sum = Vector256.Sum(sums);
        for (; k < scores.Length; k++) sum += scores[k] <= level ? stakes[k] : 0;
        return sum;
    }

    /// <summary>Column by column, one score a voter.</summary>
    /// <returns>The distance of two columns: an odd number of cache lines, or a row's scores would all want the same few.</returns>
    private int SpreadScores(I32F32[] stake, UidMatrix weights, int voters)
    {
        var stride = (voters / ScoresInCacheLine | 1) * ScoresInCacheLine + ScoresInCacheLine * 2;
        if (scores.Length < stake.Length * stride) scores = new I32F32[stake.Length * stride];
        if (isScored.Length < stake.Length) isScored = new bool[stake.Length];
        scores.AsSpan(0, stake.Length * stride).Clear();
        isScored.AsSpan().Clear();
        for (int row = 0, voter = 0; row < stake.Length; row++)
        {
            if (stake[row] <= I32F32.Zero) continue;
            Spread(weights[row], stride, voter++);
        }
        return stride;
    }

    private void Spread(ReadOnlySpan<I32F32> row, int stride, int voter)
    {
        var (to, scored) = (scores, isScored);
        for (var column = 0; column < row.Length; column++)
        {
            if (row[column] == I32F32.Zero) continue;
            to[column * stride + voter] = row[column];
            scored[column] = true;
        }
    }
}
