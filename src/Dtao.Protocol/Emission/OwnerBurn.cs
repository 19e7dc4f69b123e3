namespace Dtao.Protocol.Emission;

/// <summary>Incentive of the owner's own hotkeys is not paid: how a subnet burns what its miners are not to have.</summary>
/// <remarks>subtensor v2.0.8 <c>coinbase/run_coinbase.rs</c> (reform R2); the share of it feeds the emission shares of June 2026.</remarks>
public static class OwnerBurn
{
    /// <summary>Takes the owner's incentive out of the list.</summary>
    /// <param name="incentive">Rao, by uid.</param>
    /// <param name="isOwners">Whether a uid's hotkey belongs to the owner.</param>
    /// <returns>What was withheld as a share of all, 0 where nobody earned anything.</returns>
    public static double Withhold(ulong[] incentive, Func<int, bool> isOwners)
    {
        var (all, withheld) = (0UL, 0UL);
        for (var uid = 0; uid < incentive.Length; uid++)
        {
            all += incentive[uid];
            if (incentive[uid] == 0 || !isOwners(uid)) continue;
            withheld += incentive[uid];
            incentive[uid] = 0;
        }
        return all == 0 ? 0 : withheld / (double)all;
    }
}
