using Dtao.Protocol.Emission;
using Dtao.Protocol.Registration;
using Dtao.Protocol.RootNetwork;
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
    private readonly BlockEmission emission = new(rules.TotalSupplyRao, rules.BlockEmissionRao);

    /// <summary>The first block in which another subnet may be registered.</summary>
    public Block OpenFrom => state.LastSubnet.PaidAt.Height == 0 ? default : state.LastSubnet.PaidAt + subnets.RateLimitBlocks;

    public Tao CostAt(Block block) => new LockCost(subnets.MinimumLock, ReductionBlocks()).At(block, state.LastSubnet.Lock, state.LastSubnet.PaidAt);

    public Outcome Decide(RegisterSubnet command)
    {
        if (state.Block < OpenFrom) return new Refused(command, Refusal.SubnetsTooSoon);
        var isFull = subnets.Limit > 0 && state.Subnets.Count >= subnets.Limit;
        var replaced = isFull ? Cheapest() : null;
        if (isFull && replaced is null) return new Refused(command, Refusal.NobodyToPrune);
        var cost = CostAt(state.Block);
        if (state.AccountOf(command.Account).Free < cost) return new Refused(command, Refusal.InsufficientTao);
        return new SubnetRegistered(command.Account, replaced?.Netuid ?? NextNetUid(), cost, PoolFor(cost, replaced)) { Dissolved = replaced is null ? null : Dissolution.Of(replaced, state) };
    }

    public Outcome Decide(StartSubnet command)
    {
        if (state.Find(command.Netuid) is not { Netuid.IsRoot: false } subnet) return new Refused(command, Refusal.UnknownSubnet);
        if (subnet.Owner != command.Account) return new Refused(command, Refusal.NotOwner);
        if (subnet.IsStarted) return new Refused(command, Refusal.AlreadyStarted);
        return state.Block < subnet.RegisteredAt + (rules.Emission.StartDelayBlocks ?? 0)
            ? new Refused(command, Refusal.StartTooSoon)
            : new SubnetStarted(command.Account, command.Netuid);
    }

    public Outcome Decide(OfferSubnet command)
    {
        if (state.Find(command.Netuid) is not { Netuid.IsRoot: false } subnet) return new Refused(command, Refusal.UnknownSubnet);
        return subnet.Owner == command.Account
            ? new SubnetOffered(command.Account, command.Netuid, command.Ask)
            : new Refused(command, Refusal.NotOwner);
    }

    public Outcome Decide(BuySubnet command)
    {
        if (state.Find(command.Netuid) is not { Netuid.IsRoot: false } subnet) return new Refused(command, Refusal.UnknownSubnet);
        if (subnet.Owner == command.Account) return new Refused(command, Refusal.AlreadyOwner);
        if (subnet.Ask is not { } ask || ask > command.Most) return new Refused(command, Refusal.NoOffer);
        if (state.AccountOf(command.Account).Free < ask) return new Refused(command, Refusal.InsufficientTao);
        return new SubnetSold(command.Account, command.Netuid, subnet.Owner, ask);
    }

    /// <summary>What the lock opens, at the median of the prices that stay or at 1 TAO; nothing under the old mechanism, which has no pools.</summary>
    private NewPool PoolFor(Tao cost, Subnet? replaced)
    {
        if (rules.Mechanism == Mechanism.RootVote) return default;
        if (!subnets.OpenAtMedian) return NewPool.Of(cost, subnets.MinimumLock);
        return NewPool.AtMedian(cost, state.Subnets.Where(subnet => subnet != replaced).Select(subnet => subnet.SpotPrice.ToDouble()));
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

    /// <summary>A lock wears off the faster the less TAO a block brings, so in half the time after a halving.</summary>
    /// <remarks><c>coinbase/root.rs: get_lock_reduction_interval</c>, as it was when TAO first halved.</remarks>
    private ulong ReductionBlocks() => (ulong)((UInt128)subnets.LockReductionBlocks * emission.For(state.Issued.Rao) / Tao.RaoPerTao);

    private Subnet? Cheapest()
    {
        var all = new (I96F32, Block)[state.Subnets.Count];
        for (var i = 0; i < all.Length; i++) all[i] = (WorthOf(state.Subnets[i]), state.Subnets[i].RegisteredAt);
        return SubnetPruning.Choose(all, state.Block, subnets.ImmunityBlocks) is { } place ? state.Subnets[place] : null;
    }

    /// <summary>Under the old mechanism whoever gets least of the emission goes first.</summary>
    private I96F32 WorthOf(Subnet subnet) => rules.Mechanism == Mechanism.RootVote ? I96F32.FromInteger(subnet.Voted.Rao) : subnet.MovingPrice;
}
