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
        if ((bought | held) == Vector256<long>.Zero) return true;
        var (newShare, incentive) = (Four(deal.NewShares, block), Four(deal.Incentive, block));
        var oldShare = Vector256.Create(I32F32.One.Raw) - newShare;
        if (!PartDivisors.Can(bought) || !HeldDivisors.Can(held) || !Lanes.AreBelowOne(newShare | oldShare | incentive)) return false;
        if (Average(block, PartDivisors.Of(bought), newShare, HeldDivisors.Of(held), oldShare) is not { } sums || !PartDivisors.Can(sums)) return false;
        var largest = Earn(PartDivisors.Of(sums), incentive);
        Store(block, PartDivisors.Of(largest)); // a column's largest share is at least one in as many as there are rows, so that lanes can divide by it
        return true;
    }

    private static Vector256<long> Four(I32F32[] columns, int block) => Lanes.LoadPadded(columns, block * Lanes.Width);

    /// <summary>bᵢⱼ ← αⱼ·Δᵢⱼ + (1 − αⱼ)·bᵢⱼ, each divided by its column's sum first, where ΔB is stake × W, or × clipped W at full penalty.</summary>
    /// <remarks><c>row_hadamard_sparse, inplace_col_normalize_sparse, mat_ema_sparse, mat_ema_alpha_vec_sparse</c>.</remarks>
    /// <returns>The columns' sums; null where a weight is 1.</returns>
    private Vector256<long>? Average(int block, PartDivisors bought, Vector256<long> newShare, HeldDivisors held, Vector256<long> oldShare)
    {
        var weights = deal.Weights[block];
        var old = deal.Held[block];
        var stake = deal.Stake.Lanes[..bonds.Length];
        var most = deal.Penalty == I32F32.One ? Four(deal.Consensus, block) : Vector256.Create(long.MaxValue);
        var (sums, seen) = (Vector256<long>.Zero, Vector256<long>.Zero);
        for (var row = 0; row < bonds.Length; row++)
        {
            var weight = Vector256.Min(weights[row], most);
            var bond = Lanes.Times(bought.Divide(Lanes.Products(weight, stake[row])), newShare)
                + Lanes.Times(held.Divide(Lanes.Widened(old[row])), oldShare);
            bonds[row] = bond;
            sums += bond;
            seen |= weight;
        }
        return Lanes.AreBelowOne(seen) ? sums : null;
    }

    /// <summary>Makes shares of the averages and adds what they earn.</summary>
    /// <returns>The largest of each column.</returns>
    private Vector256<long> Earn(PartDivisors sums, Vector256<long> incentive)
    {
        var largest = Vector256<long>.Zero;
        for (var row = 0; row < bonds.Length; row++)
        {
            var share = sums.Divide(bonds[row]);
            bonds[row] = share;
            largest = Vector256.Max(largest, share);
            earned[row] += Lanes.Times(share, incentive);
        }
        return largest;
    }

    /// <summary>Shares over 65535 of the column's largest, floored.</summary>
    /// <remarks><c>inplace_col_max_upscale_sparse, vec_fixed_proportions_to_u16</c>.</remarks>
    private void Store(int block, PartDivisors largest)
    {
        var words = stored[block];
        var listed = stored.Listed(block);
        var (keeps, sums) = (deal.Keeps, Vector256<long>.Zero);
        for (var row = 0; row < bonds.Length; row++)
        {
            var share = largest.Divide(bonds[row]) & Vector256.Create(keeps[row]);
            var bond = (share << 16) - share >>> I32F32.FractionBits;
            words[row] = Lanes.Narrowed(bond);
            listed[row] = (byte)Vector256.GreaterThan(share, Vector256<long>.Zero).ExtractMostSignificantBits();
            sums += bond;
        }
        stored.Sums[block] = sums;
    }
}
