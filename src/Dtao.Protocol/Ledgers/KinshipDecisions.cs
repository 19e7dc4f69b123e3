using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What becomes of a hotkey's wish to lend its stake weight to children, and of the take that a child asks for; the chain's tests stand in its order.</summary>
/// <remarks>subtensor v2.0.1 <c>staking/set_children.rs: do_schedule_children, do_set_childkey_take</c>; that no child is also a parent is a later rule.</remarks>
internal sealed class KinshipDecisions(LedgerState state, ProtocolRules rules)
{
    private readonly KinshipRules kinship = rules.Kinship;

    public Outcome Decide(SetChildren command)
    {
        if (state.Find(command.Netuid) is not { Netuid.IsRoot: false } subnet) return new Refused(command, Refusal.UnknownSubnet);
        if (IsTooSoon(subnet.Kinship.ChildrenSetAt(command.Account), kinship.ChildrenRateLimitBlocks)) return new Refused(command, Refusal.ChildrenTooSoon);
        if (command.Children.Length > kinship.MaxChildren) return new Refused(command, Refusal.TooManyChildren);
        foreach (var child in command.Children)
        {
            if (!state.Knows(child.Hotkey)) return new Refused(command, Refusal.UnknownHotkey);
            if (IsRelated(command, child.Hotkey, subnet)) return new Refused(command, Refusal.InvalidChild);
        }
        if (Whole(command) > ulong.MaxValue) return new Refused(command, Refusal.ProportionsTooHigh);
        if (command.Children.DistinctBy(child => child.Hotkey).Count() < command.Children.Length) return new Refused(command, Refusal.InvalidChild);
        if (!command.Children.IsEmpty && Worth(command.Account).Rao < rules.StakeThresholdRao) return new Refused(command, Refusal.NotEnoughStake);
        return new ChildrenScheduled(command.Account, command.Netuid, command.Children, state.Block + kinship.PendingBlocks);
    }

    public Outcome Decide(SetChildTake command)
    {
        if (state.Find(command.Netuid) is not { Netuid.IsRoot: false } subnet) return new Refused(command, Refusal.UnknownSubnet);
        if (command.TakeU16 > kinship.MaxTakeU16) return new Refused(command, Refusal.TakeTooHigh);
        if (command.TakeU16 > subnet.Kinship.TakeU16Of(command.Account) && IsTooSoon(subnet.Kinship.TakeSetAt(command.Account), kinship.TakeRateLimitBlocks))
            return new Refused(command, Refusal.TakeTooSoon);
        return new ChildTakeSet(command.Account, command.Netuid, command.TakeU16);
    }

    private bool IsTooSoon(Block? last, long limit) => last is { } at && state.Block - at < limit;

    /// <summary>Neither oneself nor one's own parent, so that no stake comes back to where it is from.</summary>
    private static bool IsRelated(SetChildren command, AccountId child, Subnet subnet)
    {
        if (child == command.Account) return true;
        foreach (var parent in subnet.Kinship.ParentsOf(command.Account))
            if (parent.Hotkey == child)
                return true;
        return false;
    }

    private static UInt128 Whole(SetChildren command)
    {
        UInt128 whole = 0;
        foreach (var child in command.Children) whole += child.Proportion;
        return whole;
    }

    /// <summary>A hotkey's stake on all subnets at spot prices, root included.</summary>
    /// <remarks><c>get_total_stake_for_hotkey</c>.</remarks>
    private Tao Worth(AccountId hotkey)
    {
        var worth = state.OnRoot(hotkey);
        foreach (var subnet in state.Subnets)
            worth += new Tao((I96F32.FromInteger(subnet.Stakes.TotalOf(hotkey).Rao) * subnet.SpotPrice).Floor());
        return worth;
    }
}
