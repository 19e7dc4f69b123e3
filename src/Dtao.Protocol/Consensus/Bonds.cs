using System.Runtime.Intrinsics;

namespace Dtao.Protocol.Consensus;

/// <summary>
/// What validators hold in miners: a moving average of stake-weighted weights, a column each miner. A validator that backs a miner early holds more of it
/// when the others follow.
/// </summary>
/// <remarks>subtensor v2.0.1 <c>epoch/run_epoch.rs</c>, bonds and dividends. Four columns after four, so that all that is done to them is done in the first cache.</remarks>
/// <param name="inPairs">Whether two rows are gone through at once, where the processor can; it changes nothing.</param>
internal sealed class Bonds(bool inPairs)
{
    private Vector256<long>[] bonds = [], earned = []; // by row, of one block and of all of them

    /// <summary>Averages what is bought with what was held, earns with it, and leaves it as the chain stores it.</summary>
    /// <param name="stored">Where it goes, whatever was there.</param>
    public BondTable Move(BondDeal deal, BondTable stored)
    {
        var rows = Lanes.PaddedRows(stored.Rows);
        if (bonds.Length < rows) (bonds, earned) = (new Vector256<long>[rows], new Vector256<long>[rows]);
        earned.AsSpan().Clear();
        var lanes = new BondLanes(deal, bonds, earned, stored, inPairs);
        var each = new BondEach(deal, earned, stored);
        for (var block = 0; block < stored.Sums.Length; block++)
        {
            if (lanes.Move(block)) continue;
            stored.ClearBlock(block);
            if (!deal.IsNothing(block)) each.Move(block);
        }
        return stored;
    }

    /// <summary>Σⱼ bᵢⱼ·Iⱼ in the last move, by row, in four parts.</summary>
    public ReadOnlySpan<Vector256<long>> Earned => earned;
}
