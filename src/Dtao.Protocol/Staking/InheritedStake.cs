using Dtao.Protocol.Units;

namespace Dtao.Protocol.Staking;

/// <summary>Stake as it counts in an epoch: own stake less what children have of it, and what parents give of theirs. Stake does not pass on to grandchildren.</summary>
/// <remarks>subtensor v2.0.1 <c>staking/stake_utils.rs: get_inherited_for_hotkey_on_subnet, get_tao_inherited_for_hotkey_on_subnet</c>.</remarks>
public static class InheritedStake
{
    /// <param name="children">Its children on the subnet.</param>
    /// <param name="parents">Its parents there.</param>
    /// <param name="stakes">Alpha of the subnet, or TAO on root; both follow the subnet's kinship.</param>
    /// <returns>Rao, floored.</returns>
    public static ulong Of(AccountId hotkey, ReadOnlySpan<Kin> children, ReadOnlySpan<Kin> parents, StakePools stakes)
    {
        var own = I96F32.FromInteger(stakes.TotalOf(hotkey).Rao);
        var (given, inherited) = (I96F32.Zero, I96F32.Zero);
        foreach (ref readonly var child in children) given += own * child.Share;
        foreach (ref readonly var parent in parents) inherited += I96F32.FromInteger(stakes.TotalOf(parent.Hotkey).Rao) * parent.Share;
        return (own - given + inherited).Floor();
    }
}
