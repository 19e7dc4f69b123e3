using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>Who has active stake, and what of it must lie up to a level for the level to be the median: more than the minority.</summary>
internal readonly ref struct Voters
{
    private readonly ReadOnlySpan<int> rows;
    private readonly ReadOnlySpan<long> stakes;
    private readonly ReadOnlySpan<Vector256<long>> stakesByRow;
    private readonly long silent, minority;
    private readonly bool inPairs;

    /// <param name="rows">Of those who have any.</param>
    /// <param name="stakes">Theirs, above 0.</param>
    /// <param name="stakesByRow">The same, each in all lanes, 0 for the other rows.</param>
    /// <param name="silent">Stake of all who have no row.</param>
    /// <param name="inPairs">Whether two rows are gone through at once, where the processor can; it changes nothing.</param>
    public Voters(ReadOnlySpan<int> rows, ReadOnlySpan<long> stakes, ReadOnlySpan<Vector256<long>> stakesByRow, long silent, long minority, bool inPairs)
    {
        this.rows = rows;
        this.stakes = stakes;
        this.stakesByRow = stakesByRow;
        (this.silent, this.minority, this.inPairs) = (silent, minority, inPairs);
    }

    /// <summary>Those with stake; who has no row votes 0 throughout.</summary>
    /// <param name="stake">By uid.</param>
    /// <param name="rowOf">By uid; −1 for none.</param>
    /// <param name="lists">Where they are listed.</param>
    public static Voters Of(I32F32[] stake, int[] rowOf, I32F32 majority, EpochLists lists, bool inPairs)
    {
        var (shares, rows, stakes, byRow) = (lists.VotingStake, lists.VotingRows, lists.Votes, lists.VotesByRow);
        var (filled, silent) = (0, 0L);
        stake.CopyTo(shares.AsSpan());
        Shares.Normalise(shares);
        byRow.AsSpan().Clear();
        for (var uid = 0; uid < stake.Length; uid++)
        {
            if (stake[uid] == I32F32.Zero) continue;
            if (rowOf[uid] < 0) silent += shares[uid].Raw;
            else
            {
                byRow[rowOf[uid]] = Vector256.Create(shares[uid].Raw);
                (rows[filled], stakes[filled++]) = (rowOf[uid], shares[uid].Raw);
            }
        }
        return new(rows.AsSpan(0, filled), stakes.AsSpan(0, filled), byRow, silent, (Shares.Sum(shares) - majority).Raw, inPairs);
    }

    /// <summary>The lowest score up to which more stake than the minority lies; the highest where there is none, and 0 of none.</summary>
    /// <param name="guess">What the medians may be. A guess is right that has more stake than the minority up to it, and not more below it; else the median is sought on one side of it.</param>
    /// <param name="scores">Of four columns, by row; 0 or above.</param>
    /// <remarks>
    /// The median is above <c>low</c> and at most <c>high</c>. Any level between them narrows that to what lies above it or to the next score below; so guesses and which levels
    /// are tried decide nothing but how soon it ends. Where no score has enough stake, <c>high</c> stays the highest.
    /// </remarks>
    public Vector256<long> Medians(Vector256<long> guess, ReadOnlySpan<Vector256<long>> scores)
    {
        if (rows.Length == 0) return Vector256<long>.Zero;
        var most = Vector256.Create(minority);
        var (upToGuess, below) = Weigh(guess, scores);
        var (isAbove, isBelow) = (Vector256.LessThanOrEqual(upToGuess, most), Vector256.GreaterThan(below, most));
        if ((isAbove | isBelow) == Vector256<long>.Zero) return guess;
        var (lowest, highest) = Range(scores);
        var low = Select(isBelow, lowest, Select(isAbove, Vector256.Min(guess + Vector256<long>.One, highest), guess)) - Vector256<long>.One;
        var high = Select(isBelow, Vector256.Max(guess - Vector256<long>.One, lowest), Select(isAbove, highest, guess));
        var (lowStake, highStake) = (isAbove & upToGuess, Select(isBelow, below, Vector256.Create(I32F32.One.Raw)));
        for (var round = 0; ; round++)
        {
            var gap = high - low - Vector256<long>.One; // how many levels are left to be tried
            if (gap == Vector256<long>.Zero) return high;
            var level = low + Vector256.Min(Vector256<long>.One + (round % 3 == 2 ? gap >>> 1 : Part(gap, most - lowStake, highStake - lowStake)), Vector256.Max(gap, Vector256<long>.One));
            var (upTo, next, previous) = Try(level, scores);
            var isEnough = Vector256.GreaterThan(upTo, most);
            var isOpen = Vector256.GreaterThan(gap, Vector256<long>.Zero);
            (high, highStake) = (Select(isOpen & isEnough, previous, high), Select(isEnough, upTo, highStake));
            (low, lowStake) = (Select(Vector256.AndNot(isOpen, isEnough), next - Vector256<long>.One, low), Select(isEnough, lowStake, upTo));
        }
    }

    /// <summary>The stake up to a level, and below it.</summary>
    private (Vector256<long> UpTo, Vector256<long> Below) Weigh(Vector256<long> level, ReadOnlySpan<Vector256<long>> scores)
    {
        var ofSilent = Vector256.Create(silent);
        var (upTo, below) = inPairs ? Weigh<TwoRows>(level, scores) : Weigh<OneRow>(level, scores);
        return (upTo + ofSilent, below + (ofSilent & Vector256.GreaterThan(level, Vector256<long>.Zero)));
    }

    /// <summary>The same of those who have a row.</summary>
    private (Vector256<long> UpTo, Vector256<long> Below) Weigh<T>(Vector256<long> level, ReadOnlySpan<Vector256<long>> scores) where T : unmanaged, ILanes<T>
    {
        var rowScores = Lanes.Rows<T>(scores);
        var rowStakes = Lanes.Rows<T>(stakesByRow)[..rowScores.Length];
        var (at, upTo, below) = (T.OfColumns(level), default(T), default(T));
        for (var i = 0; i < rowScores.Length; i++)
        {
            upTo += rowStakes[i] - (rowStakes[i] & T.GreaterThan(rowScores[i], at));
            below += rowStakes[i] & T.GreaterThan(at, rowScores[i]);
        }
        return (T.Sum(upTo), T.Sum(below));
    }

    private (Vector256<long> Lowest, Vector256<long> Highest) Range(ReadOnlySpan<Vector256<long>> scores)
    {
        var lowest = silent > 0 ? Vector256<long>.Zero : scores[rows[0]];
        var highest = lowest;
        foreach (var row in rows) (lowest, highest) = (Vector256.Min(lowest, scores[row]), Vector256.Max(highest, scores[row]));
        return (lowest, highest);
    }

    /// <summary>The stake up to a level, the next score above it and the last one up to it.</summary>
    private (Vector256<long> UpTo, Vector256<long> Next, Vector256<long> Previous) Try(Vector256<long> level, ReadOnlySpan<Vector256<long>> scores)
    {
        var (upTo, next, previous) = (Vector256.Create(silent), Vector256.Create(long.MaxValue), Vector256<long>.Zero);
        for (var voter = 0; voter < rows.Length; voter++)
        {
            var score = scores[rows[voter]];
            var isAbove = Vector256.GreaterThan(score, level);
            upTo += Vector256.AndNot(Vector256.Create(stakes[voter]), isAbove);
            next = Vector256.Min(next, Select(isAbove, score, Vector256.Create(long.MaxValue)));
            previous = Vector256.Max(previous, Vector256.AndNot(score, isAbove));
        }
        return (upTo, next, previous);
    }

    /// <summary>A guess at gap · part ÷ whole.</summary>
    private static Vector256<long> Part(Vector256<long> gap, Vector256<long> part, Vector256<long> whole)
    {
        var share = Vector256.ConvertToDouble(part) / Vector256.ConvertToDouble(whole);
        var guess = Vector256.ConvertToInt64(Vector256.ConvertToDouble(gap) * share);
        return Vector256.Max(Vector256<long>.Zero, Vector256.Min(guess, gap));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Select(Vector256<long> where, Vector256<long> one, Vector256<long> other) => Vector256.ConditionalSelect(where, one, other);
}
