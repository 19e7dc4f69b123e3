using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// What validators hold in miners: a moving average of stake-weighted weights, a column each miner. A validator that backs a miner early holds more of it
/// when the others follow.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>epoch/run_epoch.rs</c>, bonds and dividends. Columns are divided by their sums where they are next read.</remarks>
internal sealed class Bonds
{
    private readonly UidMatrix delta = new();
    private readonly UidMatrix average = new();
    private I32F32[] averageSums = [], largest = [];

    /// <summary>The new bonds, their columns summing to 1. They live until the next call.</summary>
    /// <param name="newShares">What the new bonds weigh against the old, by column.</param>
    /// <param name="old">The bonds of the last epoch.</param>
    public UidMatrix Next(UidMatrix old, UidMatrix weights, I32F32[] consensus, I32F32[] activeStake, I32F32 penalty, I32F32[] newShares)
    {
        var bought = Buy(weights, consensus, activeStake, penalty);
        largest = Average(delta, bought, old, old.ColumnSums(), newShares).DivideColumns(averageSums);
        return average;
    }

    /// <summary>bᵢⱼ ← αⱼ·Δᵢⱼ + (1 − αⱼ)·bᵢⱼ, each divided by its column's sum first.</summary>
    /// <remarks><c>inplace_col_normalize_sparse, mat_ema_sparse, mat_ema_alpha_vec_sparse</c>.</remarks>
    public UidMatrix Average(UidMatrix delta, I32F32[] deltaSums, UidMatrix old, I32F32[] oldSums, I32F32[] newShares)
    {
        average.Clear(old.Count);
        for (var uid = 0; uid < old.Count; uid++)
            if (!delta[uid].IsEmpty || !old[uid].IsEmpty)
                average.AddUnwritten(uid);
        averageSums = new I32F32[old.Count];
        var oldShares = Array.ConvertAll(newShares, share => I32F32.One - share);
        for (var column = 0; column < old.PaddedCount; column += Lanes.Width)
            if (!Avx2.IsSupported || !AverageFour(Side.Of(delta, deltaSums, newShares, column), Side.Of(old, oldSums, oldShares, column), column))
                for (var at = column; at < Math.Min(column + Lanes.Width, old.Count); at++)
                    averageSums[at] = AverageOne(delta, new Divisor(deltaSums[at]), newShares[at], old, new Divisor(oldSums[at]), oldShares[at], at);
        return average;
    }

    /// <summary>Four columns of it, in the lanes of the processor.</summary>
    /// <returns>Whether that gives the right bits; if not, the columns must be written again.</returns>
    private bool AverageFour(Side bought, Side held, int column)
    {
        var to = average.Columns(column);
        if (bought.IsNothing && held.IsNothing)
        {
            foreach (var row in average.Rows) to[row] = Vector256<long>.Zero;
            return true;
        }
        var (sums, seen) = (Vector256<long>.Zero, Vector256<long>.Zero);
        foreach (var row in average.Rows)
        {
            var bonds = bought.Part(row, ref seen) + held.Part(row, ref seen);
            to[row] = bonds;
            sums += bonds;
        }
        Lanes.StorePadded(averageSums, column, sums);
        return bought.Hold(seen) && held.Hold(seen);
    }

    /// <summary>One column of it.</summary>
    /// <returns>Its sum.</returns>
    private I32F32 AverageOne(UidMatrix delta, Divisor bought, I32F32 newShare, UidMatrix old, Divisor held, I32F32 oldShare, int column)
    {
        var sum = I32F32.Zero;
        foreach (var row in average.Rows)
        {
            var bond = newShare * bought.Divide(At(delta[row], column)) + oldShare * held.Divide(At(old[row], column));
            average[row][column] = bond;
            sum += bond;
        }
        return sum;
    }

    private static I32F32 At(ReadOnlySpan<I32F32> row, int column) => row.IsEmpty ? I32F32.Zero : row[column];

    /// <summary>The new bonds as the chain stores them: over 65535 of the column's largest, floored, and only those of <paramref name="permits"/>.</summary>
    /// <remarks><c>inplace_col_max_upscale_sparse, vec_fixed_proportions_to_u16</c>.</remarks>
    public Link[][] Stored(bool[] permits, KnownBonds known)
    {
        average.DivideColumns(largest);
        return known.Store(average, permits);
    }

    /// <summary>ΔB = stake × (W + penalty·(clipped W − W)).</summary>
    /// <remarks><c>interpolate_sparse, row_hadamard_sparse</c>.</remarks>
    /// <returns>The sum of each column.</returns>
    private I32F32[] Buy(UidMatrix weights, I32F32[] consensus, I32F32[] activeStake, I32F32 penalty)
    {
        delta.Clear(weights.Count);
        var sums = new I32F32[weights.Count];
        foreach (var uid in weights.Rows)
        {
            var bought = delta.AddUnwritten(uid);
            if (penalty == I32F32.Zero) Lanes.Multiply(bought, sums, activeStake[uid], weights[uid]);
            else Buy(bought, sums, weights[uid], activeStake[uid], consensus, penalty);
        }
        return sums;
    }

    private static void Buy(Span<I32F32> bought, Span<I32F32> sums, ReadOnlySpan<I32F32> weights, I32F32 stake, I32F32[] consensus, I32F32 penalty)
    {
        for (var uid = 0; uid < weights.Length; uid++)
        {
            bought[uid] = stake * (weights[uid] + penalty * (I32F32.Min(weights[uid], consensus[uid]) - weights[uid]));
            sums[uid] += bought[uid];
        }
    }

    /// <summary>Four columns of what is bought or held, and what it weighs in the average.</summary>
    private readonly ref struct Side
    {
        private readonly ColumnLanes bonds;
        private readonly DivisorLanes sums;
        private readonly Vector256<long> shares;

        private Side(ColumnLanes bonds, DivisorLanes sums, Vector256<long> shares)
        {
            this.bonds = bonds;
            this.sums = sums;
            this.shares = shares;
        }

        public static Side Of(UidMatrix bonds, I32F32[] sums, I32F32[] shares, int column) => new(bonds.Columns(column), DivisorLanes.Of(sums, column), Lanes.LoadPadded(shares, column));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<long> Part(int row, ref Vector256<long> seen) => Lanes.Times(sums.Divide(bonds[row], ref seen), shares);

        public bool IsNothing => sums.AreZero;

        public bool Hold(Vector256<long> seen) => sums.Hold(seen | shares);
    }
}
