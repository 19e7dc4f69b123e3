using Dtao.Protocol.Registration;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What becomes of the registration of a subnet, and of its sale from one owner to another; the chain's tests stand in its order.</summary>
/// <remarks>
/// subtensor v2.0.1 <c>subnets/subnet.rs: do_register_network</c>. The chain knows no sale: an owner's coldkey is swapped for another's
/// (<c>swap/swap_coldkey.rs</c>) once the price has been paid outside it. An offer that is taken does both at once.
/// </remarks>
internal sealed class SubnetDecisions(LedgerState state, ProtocolRules rules)
{
    private readonly SubnetRules subnets = rules.Subnets;

    /// <summary>The first block in which another subnet may be registered.</summary>
    public Block OpenFrom => state.LastSubnet.PaidAt.Height == 0 ? default : state.LastSubnet.PaidAt + subnets.RateLimitBlocks;

    public Tao CostAt(Block block) => new LockCost(subnets.MinimumLock, subnets.LockReductionBlocks).At(block, state.LastSubnet.Lock, state.LastSubnet.PaidAt);

    public Outcome Decide(RegisterSubnet command)
    {
        if (state.Block < OpenFrom) return Refuse(command, Refusal.SubnetsTooSoon);
        var cost = CostAt(state.Block);
        if (state.AccountOf(command.Account).Free < cost) return Refuse(command, Refusal.InsufficientTao);
        return new SubnetRegistered(command.Account, NextNetUid(), cost, NewPool.Of(cost, subnets.MinimumLock));
    }

    public Outcome Decide(OfferSubnet command)
    {
        if (state.Find(command.Netuid) is not { Netuid.IsRoot: false } subnet) return Refuse(command, Refusal.UnknownSubnet);
        return subnet.Owner == command.Account
            ? new SubnetOffered(command.Account, command.Netuid, command.Ask)
            : Refuse(command, Refusal.NotOwner);
    }

    public Outcome Decide(BuySubnet command)
    {
        if (state.Find(command.Netuid) is not { Netuid.IsRoot: false } subnet) return Refuse(command, Refusal.UnknownSubnet);
        if (subnet.Owner == command.Account) return Refuse(command, Refusal.AlreadyOwner);
        if (subnet.Ask is not { } ask || ask > command.Most) return Refuse(command, Refusal.NoOffer);
        if (state.AccountOf(command.Account).Free < ask) return Refuse(command, Refusal.InsufficientTao);
        return new SubnetSold(command.Account, command.Netuid, subnet.Owner, ask);
    }

    /// <remarks><c>get_next_netuid</c>.</remarks>
    private NetUid NextNetUid()
    {
        ushort netuid = 1;
        foreach (var subnet in state.Subnets)
            if (subnet.Netuid.Value == netuid)
                netuid++;
        return new NetUid(netuid);
    }

    private static Refused Refuse(LedgerCommand command, Refusal reason) => new(command.Account, command, reason);
}
