using System.Runtime.Intrinsics;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>Moves four columns of bonds at once, where all that goes in is below 1.</summary>
/// <param name="deal">What moves them.</param>
/// <param name="bonds">Room for one block, by row.</param>
/// <param name="earned">Σⱼ bᵢⱼ·Iⱼ by row, to be added to.</param>
/// <param name="stored">Where the new bonds go.</param>
/// <param name="inPairs">Whether two rows are gone through at once.</param>
internal readonly ref struct BondLanes(BondDeal deal, Span<Vector256<long>> bonds, Span<Vector256<long>> earned, BondTable stored, bool inPairs)
{
    private readonly Span<Vector256<long>> bonds = bonds[..Lanes.PaddedRows(stored.Rows)], earned = earned[..Lanes.PaddedRows(stored.Rows)];
    private readonly I32F32[] boughtSums = deal.Penalty == I32F32.One ? deal.Sums.Clipped : deal.Sums.AsSet;
    private readonly bool isSuited = (deal.Penalty == I32F32.Zero || deal.Penalty == I32F32.One) && deal.Stake.AreBelowOne;

    /// <returns>Whether lanes could do it; if not, nothing has changed.</returns>
    public bool Move(int block)
    {
        if (!isSuited) return false;
        var (bought, held) = (Lanes.OfBlock(boughtSums, block), deal.Held.Sums[block]);
        if (deal.IsNothing(block) || deal.Weights.ExtentOf(block) == Extent.UpToOne) return false;
        var (newShare, incentive) = (Lanes.OfBlock(deal.NewShares, block), Lanes.OfBlock(deal.Incentive, block));
        var oldShare = Vector256.Create(I32F32.One.Raw) - newShare;
        if (!PartDivisors.Can(bought) || !HeldDivisors.Can(held) || !Lanes.AreBelowOne(newShare | oldShare | incentive)) return false;
        var (sums, largest) = Average(block, PartDivisors.Of(bought), HeldDivisors.Of(held));
        if (!PartDivisors.Can(sums)) return false;
        var shares = PartDivisors.Of(sums);
        stored.Sums[block] = Store(block, shares, PartDivisors.Of(shares.Divide(largest))); // which is at least one in as many as there are rows, so that lanes can divide by it
        return true;
    }

    private (Vector256<long> Sums, Vector256<long> Largest) Average(int block, PartDivisors bought, HeldDivisors held) =>
        inPairs ? BondSteps<TwoRows>.Average(deal, block, bonds, bought, held) : BondSteps<OneRow>.Average(deal, block, bonds, bought, held);

    private Vector256<long> Store(int block, PartDivisors sums, PartDivisors largest) => inPairs
        ? BondSteps<TwoRows>.Store(deal, block, bonds, earned, stored, sums, largest)
        : BondSteps<OneRow>.Store(deal, block, bonds, earned, stored, sums, largest);
}
