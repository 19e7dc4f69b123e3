using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>The largest level that enough stake supports: at least a majority of the stake gives that score or a higher one.</summary>
/// <remarks>subtensor v2.0.1 <c>epoch/math.rs: weighted_median, weighted_median_col_sparse</c>.</remarks>
internal sealed class WeightedMedian
{
    private I32F32[] scores = []; // of four columns, one after the other

    /// <summary>The median of every column over the rows with stake; a missing row votes 0 throughout.</summary>
    /// <param name="guesses">What the medians may be, one a column; they cost nothing where they are wrong.</param>
    public I32F32[] OfColumns(I32F32[] stake, UidMatrix weights, I32F32 majority, ReadOnlySpan<I32F32> guesses)
    {
        var (rows, voters) = Voters(stake);
        var (minority, medians) = (Shares.Sum(voters) - majority, new I32F32[stake.Length]);
        for (var column = 0; column < weights.PaddedCount; column += Lanes.Width)
        {
            var guess = guesses.Length == stake.Length ? Lanes.LoadPadded(guesses, column) : Vector256<long>.Zero;
            Lanes.StorePadded(medians, column, guess);
            var areRight = AreMedians(guess, rows, voters, weights, column, minority);
            if (Vector256.EqualsAny(areRight, Vector256<long>.Zero)) Search(areRight, rows, voters, weights.Columns(column), minority, medians.AsSpan(column));
        }
        return medians;
    }

    /// <summary>Who has stake, and its shares of it.</summary>
    private static (int[] Rows, I32F32[] Stakes) Voters(I32F32[] stake)
    {
        var stakes = Array.FindAll(stake, s => s > I32F32.Zero);
        var (rows, filled) = (new int[stakes.Length], 0);
        for (var uid = 0; uid < stake.Length; uid++)
            if (stake[uid] > I32F32.Zero)
                rows[filled++] = uid;
        Shares.Normalise(stakes);
        return (rows, stakes);
    }

    /// <summary>A median is it that has more stake than the minority up to it, and not more below it; no level that is nobody's score can have both.</summary>
    /// <returns>Four columns' answers, 0 for no.</returns>
    private static Vector256<long> AreMedians(Vector256<long> guess, int[] rows, I32F32[] stakes, UidMatrix weights, int column, I32F32 minority)
    {
        var columns = weights.Columns(column);
        var (upTo, below) = (Vector256<long>.Zero, Vector256<long>.Zero);
        for (var voter = 0; voter < rows.Length; voter++)
        {
            var (score, stake) = (columns[rows[voter]], Vector256.Create(stakes[voter].Raw));
            upTo += Vector256.AndNot(stake, Vector256.GreaterThan(score, guess));
            below += stake & Vector256.GreaterThan(guess, score);
        }
        var most = Vector256.Create(minority.Raw);
        return Vector256.AndNot(Vector256.GreaterThan(upTo, most), Vector256.GreaterThan(below, most));
    }

    /// <summary>Finds those of four medians that were not guessed.</summary>
    private void Search(Vector256<long> areRight, int[] rows, I32F32[] stakes, ColumnLanes columns, I32F32 minority, Span<I32F32> medians)
    {
        if (scores.Length < rows.Length * Lanes.Width) scores = new I32F32[rows.Length * Lanes.Width];
        for (var voter = 0; voter < rows.Length; voter++)
        {
            var four = columns[rows[voter]];
            for (var lane = 0; lane < Lanes.Width; lane++) scores[lane * rows.Length + voter] = new(four[lane]);
        }
        for (var lane = 0; lane < Lanes.Width && lane < medians.Length; lane++)
            if (areRight[lane] == 0)
                medians[lane] = Of(scores.AsSpan(lane * rows.Length, rows.Length), stakes, minority);
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
}
