using Dtao.Protocol.Consensus;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>A validator's own stake on the subnet and on root.</summary>
public readonly record struct ValidatorStake(Alpha Staked, Tao OnRoot);

/// <summary>What each hotkey is due at an epoch, in the order of the dividends: alpha of the subnet, and root's part: TAO from its sold alpha, or that alpha itself where it is claimed. In rao, not floored.</summary>
/// <param name="Sold">Where root claims its alpha: its parts of the TAO from alpha that was sold before, when there is any left; else null.</param>
/// <remarks>subtensor <c>coinbase/run_coinbase.rs</c>: v2.0.1 and v2.0.4 <c>drain_pending_emission</c>, v2.0.9 <c>calculate_dividend_distribution</c>.</remarks>
public readonly record struct DividendPots(I96F32[] Alpha, I96F32[] Root, I96F32[]? Sold)
{
    internal static DividendPots Of(DividendPayout payout, EpochOutcome outcome, ulong[] dividends, ReadOnlySpan<ValidatorStake> stakes, I96F32 taoWeight, Subnet subnet, bool isClaimed)
    {
        var alphaPot = ValidatorPot(Array.Exists(outcome.Incentive, incentive => incentive != 0), subnet.PendingEmission, subnet.PendingAlphaSwapped);
        var (rootPot, soldPot) = isClaimed ? (subnet.PendingRootAlpha.Rao, subnet.PendingRootDividends.Rao) : (subnet.PendingRootDividends.Rao, 0);
        return Divide(payout, dividends, stakes, taoWeight, alphaPot, rootPot, soldPot);
    }

    /// <summary>Divides the pots by the part of each dividend that alpha and root stake earned.</summary>
    public static DividendPots Divide(
        DividendPayout payout, ulong[] dividends, ReadOnlySpan<ValidatorStake> stakes, I96F32 taoWeight, Alpha alphaPot, ulong rootPotRao, ulong soldPotRao = 0)
    {
        var root = new I96F32[dividends.Length];
        var alpha = new I96F32[dividends.Length];
        for (var uid = 0; uid < dividends.Length; uid++)
        {
            if (dividends[uid] == 0) continue;
            var dividend = I96F32.FromInteger(dividends[uid]);
            root[uid] = dividend * StakeWeight.RootPart(stakes[uid].Staked, stakes[uid].OnRoot, taoWeight);
            alpha[uid] = payout == DividendPayout.Double ? dividend : dividend - root[uid];
        }
        var sold = soldPotRao == 0 ? null : Rescaled([.. root], soldPotRao);
        return new DividendPots(payout == DividendPayout.Conserving ? Rescaled(alpha, alphaPot.Rao) : alpha, Rescaled(root, rootPotRao), sold);
    }

    /// <summary>Half of the whole emission less what was root's; all that is pending where no miner earned.</summary>
    public static Alpha ValidatorPot(bool anyMinerEarned, Alpha pending, Alpha swapped)
    {
        if (!anyMinerEarned) return pending;
        var half = new Alpha((pending + swapped).Rao / 2);
        return half > swapped ? half - swapped : Units.Alpha.Zero;
    }

    /// <summary>Makes them parts of a pot, where they stand.</summary>
    private static I96F32[] Rescaled(I96F32[] parts, ulong potRao)
    {
        var sum = I96F32.Zero;
        foreach (var part in parts) sum += part;
        var pot = I96F32.FromInteger(potRao);
        foreach (ref var part in parts.AsSpan())
            if (part != I96F32.Zero)
                part = pot * (part / sum);
        return parts;
    }
}
