using Dtao.Protocol.Consensus;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What outcomes write into the state, one after the other.</summary>
public sealed partial class Ledger
{
    private void Apply(Staked staked)
    {
        var subnet = State[staked.Netuid];
        var after = (subnet.Pool with { TaoReserve = subnet.Pool.TaoReserve + staked.Paid - staked.FeeOut });
        if (subnet.IsDynamic) after = after with { AlphaReserve = after.AlphaReserve - staked.Received };
        SwapInvariant.Check(subnet, after);
        State.Debit(staked.Account, staked.Paid);
        State.AuthorFees += staked.FeeOut;
        subnet.Pool = after;
        subnet.UserFlowed += (long)(staked.Paid - staked.Fee).Rao;
        if (staked.Netuid.IsRoot) State.Dust += staked.Fee;
        else subnet.AlphaOut += staked.Received;
        State.Deposit(staked.Account, subnet, staked.Hotkey, staked.Received, staked.Shares);
        SwapInvariant.CheckRoundTrip(subnet, staked);
    }

    private void Apply(Unstaked unstaked)
    {
        var subnet = State[unstaked.Netuid];
        var after = subnet.Pool with { TaoReserve = subnet.Pool.TaoReserve - unstaked.Received - unstaked.FeeOut };
        if (subnet.IsDynamic) after = after with { AlphaReserve = after.AlphaReserve + unstaked.Sold };
        SwapInvariant.Check(subnet, after);
        State.Release(unstaked.Account, subnet, unstaked.Hotkey, unstaked.Sold, unstaked.Shares);
        State.AuthorFees += unstaked.FeeOut;
        subnet.Pool = after;
        subnet.UserFlowed -= (long)(unstaked.Received + unstaked.Fee).Rao;
        if (unstaked.Netuid.IsRoot) State.Dust += unstaked.Fee;
        else subnet.AlphaOut -= unstaked.Sold;
        State.Credit(unstaked.Account, unstaked.Received);
    }

    private void Apply(Redelegated redelegated)
    {
        var subnet = State[redelegated.Netuid];
        State.Release(redelegated.Account, subnet, redelegated.From, redelegated.Amount, redelegated.SharesOut);
        State.Deposit(redelegated.Account, subnet, redelegated.To, redelegated.Amount, redelegated.SharesIn);
    }

    private void Apply(RootSeatTaken taken)
    {
        State.Root.Register(new Neuron(taken.Account, State.Block), taken.Uid);
        rootView = null;
    }

    private void Apply(RootWeightsSet set)
    {
        State.Root.Neurons[set.Uid].SetWeights([.. set.Weights.Select(weight => new Link(weight.Netuid.Value, weight.Value))], State.Block);
        rootView = null;
    }

    private void Apply(WeightsSet set) => State[set.Netuid].Neurons[set.Uid].SetWeights([.. set.Weights], State.Block);

    /// <summary>
    /// Alpha out stays as it is: what the swap added to it is burned at once, so that the subnet's alpha issuance falls. Where there is no pool, the TAO itself is burned.
    /// </summary>
    private void Apply(NeuronRegistered registered)
    {
        var subnet = State[registered.Netuid];
        State.Debit(registered.Account, registered.Paid);
        if (subnet.IsDynamic) BuyPlace(subnet, registered);
        else Burn(registered.Paid);
        subnet.Terms.Count(Rules.Registration);
        subnet.Register(new Neuron(registered.Account, State.Block), registered.Uid);
    }

    private void Apply(SubnetRegistered registered)
    {
        registered.Dissolved?.CarryOut(State);
        rootView = null;
        State.Debit(registered.Account, registered.Lock);
        Burn(registered.Opened.Burned);
        State.LastSubnet = (registered.Lock, State.Block);
        var subnet = Rules.Mechanism == Mechanism.RootVote
            ? Subnet.WithoutPool(registered.Netuid, registered.Account, registered.Lock, State.Block, Rules, State.Block)
            : Subnet.Opened(registered.Netuid, registered.Account, registered.Opened.Pool, I96F32.Zero, State.Block, Rules, State.Block);
        subnet.Register(new Neuron(registered.Account, State.Block));
        if (Rules.Emission.StartDelayBlocks is not null) subnet.StartedAt = null;
        (subnet.EmissionEnabled, subnet.PoolIsWithheld) = (Rules.Emission.NewSubnetsEmit, Rules.Subnets.WithholdPool);
        State.Add(subnet);
    }

    private static void BuyPlace(Subnet subnet, NeuronRegistered registered)
    {
        var after = subnet.Pool with { TaoReserve = subnet.Pool.TaoReserve + registered.Paid, AlphaReserve = subnet.Pool.AlphaReserve - registered.Burned };
        SwapInvariant.Check(subnet, after);
        subnet.Pool = after;
    }

    private void Burn(Tao amount)
    {
        State.Issued -= amount;
        State.Burned += amount;
    }

    private void Transfer(AccountId from, AccountId to, Tao amount)
    {
        State.Debit(from, amount);
        State.Credit(to, amount);
    }

    /// <summary>The seller's place goes with the subnet, as its hotkey does when a coldkey is swapped; a buyer that has a place of its own keeps that.</summary>
    private void Apply(SubnetSold sold)
    {
        Transfer(sold.Account, sold.Seller, sold.Paid);
        var subnet = State[sold.Netuid];
        (subnet.Owner, subnet.Ask) = (sold.Account, null);
        if (subnet.UidOf(sold.Seller) is { } uid && subnet.UidOf(sold.Account) is null) subnet.Neurons[uid].HandTo(sold.Account);
    }
}
