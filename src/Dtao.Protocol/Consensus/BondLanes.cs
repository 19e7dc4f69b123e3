using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>Moves four columns of bonds at once, where all that goes in is below 1.</summary>
/// <param name="deal">What moves them.</param>
/// <param name="bonds">Room for one block, by row.</param>
/// <param name="earned">Σⱼ bᵢⱼ·Iⱼ by row, to be added to.</param>
/// <param name="stored">Where the new bonds go.</param>
internal readonly ref struct BondLanes(BondDeal deal, Span<Vector256<long>> bonds, Span<Vector256<long>> earned, BondTable stored)
{
    private readonly Span<Vector256<long>> bonds = bonds[..stored.Rows], earned = earned[..stored.Rows];
    private readonly I32F32[] boughtSums = deal.Penalty == I32F32.One ? deal.Sums.Clipped : deal.Sums.AsSet;
    private readonly bool isSuited = (deal.Penalty == I32F32.Zero || deal.Penalty == I32F32.One) && deal.Stake.AreBelowOne;

    /// <returns>Whether lanes could do it; if not, nothing has changed.</returns>
    public bool Move(int block)
    {
        if (!isSuited) return false;
        var (bought, held) = (Four(boughtSums, block), deal.Held.Sums[block]);
        if (deal.IsNothing(block) || deal.Weights.ExtentOf(block) == Extent.UpToOne) return false;
        var (newShare, incentive) = (Four(deal.NewShares, block), Four(deal.Incentive, block));
        var oldShare = Vector256.Create(I32F32.One.Raw) - newShare;
        if (!PartDivisors.Can(bought) || !HeldDivisors.Can(held) || !Lanes.AreBelowOne(newShare | oldShare | incentive)) return false;
        var (sums, largest) = Average(block, PartDivisors.Of(bought), HeldDivisors.Of(held));
        if (!PartDivisors.Can(sums)) return false;
        var shares = PartDivisors.Of(sums);
        Store(block, shares, PartDivisors.Of(shares.Divide(largest))); // which is at least one in as many as there are rows, so that lanes can divide by it
        return true;
    }

    private static Vector256<long> Four(I32F32[] columns, int block) => Lanes.LoadPadded(columns, block * Lanes.Width);

    /// <summary>bᵢⱼ ← αⱼ·Δᵢⱼ + (1 − αⱼ)·bᵢⱼ, each divided by its column's sum first, where ΔB is stake × W, or × clipped W at full penalty.</summary>
    /// <remarks><c>row_hadamard_sparse, inplace_col_normalize_sparse, mat_ema_sparse, mat_ema_alpha_vec_sparse</c>.</remarks>
    /// <returns>The columns' sums, and the largest of each.</returns>
    private (Vector256<long> Sums, Vector256<long> Largest) Average(int block, PartDivisors bought, HeldDivisors held)
    {
        var weights = deal.Weights[block];
        var old = deal.Held[block];
        var stake = deal.Stake.Lanes;
        var to = bonds;
        var most = deal.Penalty == I32F32.One ? Four(deal.Consensus, block) : Vector256.Create(long.MaxValue);
        var newShare = Four(deal.NewShares, block);
        var (oldShare, sums, largest) = (Vector256.Create(I32F32.One.Raw) - newShare, Vector256<long>.Zero, Vector256<long>.Zero);
        for (var row = 0; row < to.Length; row++)
        {
            var bond = Lanes.Times(bought.Divide(Lanes.Products(Vector256.Min(weights[row], most), stake[row])), newShare)
                + Lanes.Times(held.Divide(Lanes.Widened(old[row])), oldShare);
            to[row] = bond;
            sums += bond;
            largest = Vector256.Max(largest, bond);
        }
        return (sums, largest);
    }

    /// <summary>Makes shares of the averages, adds what they earn, and stores them over 65535 of the column's largest, floored.</summary>
    /// <remarks><c>inplace_col_normalize_sparse, inplace_col_max_upscale_sparse, vec_fixed_proportions_to_u16</c>.</remarks>
    private void Store(int block, PartDivisors sums, PartDivisors largest)
    {
        var words = stored[block];
        var listed = stored.Listed(block);
        var from = bonds;
        var to = earned;
        var (keeps, incentive, kept) = (deal.Keeps, Four(deal.Incentive, block), Vector256<long>.Zero);
        for (var row = 0; row < from.Length; row++)
        {
            var share = sums.Divide(from[row]);
            to[row] += Lanes.Times(share, incentive);
            var scaled = largest.Divide(share) & Vector256.Create(keeps[row]);
            var bond = (scaled << 16) - scaled >>> I32F32.FractionBits;
            words[row] = Lanes.Narrowed(bond);
            listed[row] = (byte)Vector256.GreaterThan(scaled, Vector256<long>.Zero).ExtractMostSignificantBits();
            kept += bond;
        }
        stored.Sums[block] = kept;
    }
}
