using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>Moves bonds number by number: what <see cref="BondLanes"/> is held against, and what does its work where it cannot.</summary>
/// <param name="deal">What moves them.</param>
/// <param name="earned">Σⱼ bᵢⱼ·Iⱼ by row, to be added to.</param>
/// <param name="stored">Where the new bonds go.</param>
internal readonly ref struct BondEach(BondDeal deal, Span<Vector256<long>> earned, BondTable stored)
{
    private readonly Span<Vector256<long>> earned = earned;

    public void Move(int block)
    {
        var sums = new long[Lanes.Width];
        for (var lane = 0; lane < Lanes.Width && block * Lanes.Width + lane < stored.Columns; lane++) sums[lane] = Store(block * Lanes.Width + lane);
        stored.Sums[block] = Vector256.Create(sums);
    }

    /// <returns>The sum of what is stored of the column.</returns>
    private long Store(int column)
    {
        var shares = Shares(column);
        var (largest, sum) = (I32F32.Zero, 0L);
        foreach (var one in shares) largest = I32F32.Max(largest, one);
        var divisor = new Divisor(largest);
        for (var row = 0; row < shares.Length; row++)
        {
            earned[row] += Vector256.CreateScalar((deal.Incentive[column] * shares[row]).Raw);
            var share = divisor.Divide(shares[row]);
            if (deal.Keeps[row] == Vector256<long>.Zero || share == I32F32.Zero) continue;
            stored.Set(row, column, share.ToU16());
            stored.Listed(column / Lanes.Width)[row] |= (byte)(1 << column % Lanes.Width);
            sum += share.ToU16();
        }
        return sum;
    }

    private I32F32[] Shares(int column)
    {
        var bought = new I32F32[stored.Rows];
        for (var row = 0; row < bought.Length; row++) bought[row] = Bought(row, column);
        var bonds = Averages(column, bought);
        Consensus.Shares.Normalise(bonds);
        return bonds;
    }

    /// <summary>ΔB = stake × (W + penalty·(clipped W − W)).</summary>
    /// <remarks><c>interpolate_sparse, row_hadamard_sparse</c>.</remarks>
    private I32F32 Bought(int row, int column)
    {
        var weight = deal.Weights.At(row, column);
        return deal.Stake[row] * (weight + deal.Penalty * (I32F32.Min(weight, deal.Consensus[column]) - weight));
    }

    private I32F32[] Averages(int column, I32F32[] bought)
    {
        var old = new I32F32[bought.Length];
        for (var row = 0; row < old.Length; row++) old[row] = deal.Held.At(row, column);
        return Averages(bought, new Divisor(Consensus.Shares.Sum(bought)), old, new Divisor(Consensus.Shares.Sum(old)), deal.NewShares[column]);
    }

    /// <summary>bᵢ ← α·Δᵢ + (1 − α)·bᵢ of one column, each divided by its sum first.</summary>
    /// <remarks><c>mat_ema_sparse, mat_ema_alpha_vec_sparse</c>.</remarks>
    public static I32F32[] Averages(I32F32[] bought, Divisor boughtSum, I32F32[] old, Divisor oldSum, I32F32 newShare)
    {
        var averages = new I32F32[bought.Length];
        for (var row = 0; row < averages.Length; row++)
            averages[row] = newShare * boughtSum.Divide(bought[row]) + (I32F32.One - newShare) * oldSum.Divide(old[row]);
        return averages;
    }
}
