using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>What is done to a block's rows, as many at once as the lanes hold. Nothing is called in the loops, nor after what they use is made, so that it stays in registers.</summary>
internal static class BondSteps<T> where T : unmanaged, ILanes<T>
{
    /// <summary>bᵢⱼ ← αⱼ·Δᵢⱼ + (1 − αⱼ)·bᵢⱼ, each divided by its column's sum first, where ΔB is stake × W, or × clipped W at full penalty.</summary>
    /// <param name="averages">Where the averages go, by row.</param>
    /// <param name="boughtSums">To divide what is bought by.</param>
    /// <param name="heldSums">To divide what was held by.</param>
    /// <remarks><c>row_hadamard_sparse, inplace_col_normalize_sparse, mat_ema_sparse, mat_ema_alpha_vec_sparse</c>.</remarks>
    /// <returns>The columns' sums, and the largest of each.</returns>
    public static (Vector256<long> Sums, Vector256<long> Largest) Average(
        BondDeal deal, int block, Span<Vector256<long>> averages, PartDivisors boughtSums, HeldDivisors heldSums)
    {
        var to = Lanes.Rows<T>(averages);
        var weights = Lanes.Rows<T>(deal.Weights[block])[..to.Length];
        var stake = Lanes.Rows<T>(deal.Stake.Lanes)[..to.Length];
        var held = deal.Held[block];
        var (most, newShares) = (T.OfColumns(deal.MostIn(block)), Lanes.OfBlock(deal.NewShares, block));
        var (newShare, oldShare) = (T.OfColumns(newShares), T.OfColumns(Vector256.Create(I32F32.One.Raw) - newShares));
        var (boughtBy, heldBy, sums, largest) = (boughtSums.In<T>(), heldSums.In<T>(), default(T), default(T));
        for (var i = 0; i < to.Length; i++)
        {
            var bond = Lanes.Times(boughtBy.Divide(Lanes.Products(T.Min(weights[i], most), stake[i])), newShare)
                + Lanes.Times(heldBy.Divide(T.Widened(in held[i * T.Rows])), oldShare);
            to[i] = bond;
            sums += bond;
            largest = T.Max(largest, bond);
        }
        return (T.Sum(sums), T.Largest(largest));
    }

    /// <summary>Makes shares of the averages, adds what they earn, and stores them over 65535 of the column's largest, floored.</summary>
    /// <param name="averages">By row.</param>
    /// <param name="earned">Σⱼ bᵢⱼ·Iⱼ by row, to be added to.</param>
    /// <param name="stored">Where the new bonds go.</param>
    /// <param name="sums">To divide the averages by.</param>
    /// <param name="largest">To divide the shares by.</param>
    /// <remarks><c>inplace_col_normalize_sparse, inplace_col_max_upscale_sparse, vec_fixed_proportions_to_u16</c>.</remarks>
    /// <returns>The sums of what is stored.</returns>
    public static Vector256<long> Store(
        BondDeal deal, int block, Span<Vector256<long>> averages, Span<Vector256<long>> earned, BondTable stored, PartDivisors sums, PartDivisors largest)
    {
        var from = Lanes.Rows<T>(averages);
        var to = Lanes.Rows<T>(earned)[..from.Length];
        var keeps = Lanes.Rows<T>(deal.Keeps.AsSpan())[..from.Length];
        var words = stored[block];
        var listed = stored.Listed(block);
        var incentive = T.OfColumns(Lanes.OfBlock(deal.Incentive, block));
        var (sumsBy, largestBy, kept) = (sums.In<T>(), largest.In<T>(), default(T));
        for (var i = 0; i < from.Length; i++)
        {
            var share = sumsBy.Divide(from[i]);
            to[i] += Lanes.Times(share, incentive);
            var scaled = largestBy.Divide(share) & keeps[i];
            var bond = (scaled << 16) - scaled >>> I32F32.FractionBits;
            T.Narrow(bond, ref words[i * T.Rows]);
            T.Mark(scaled, ref listed[i * T.Rows]);
            kept += bond;
        }
        return T.Sum(kept);
    }
}
