using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>
/// Settles claims on root's alpha: each block for a few accounts, drawn by the block's number as the chain draws them by its hash. Who has said nothing has the alpha
/// sold, without a fee, and the TAO staked on root.
/// </summary>
/// <remarks>subtensor v3.2.10 <c>staking/claim_root.rs: run_auto_claim_root_divs, root_claim_on_subnet</c>.</remarks>
internal sealed class RootClaiming(LedgerState state, ProtocolRules rules)
{
    public void Run()
    {
        if (rules.Emission.ClaimsPerBlock == 0 || !AnyClaims()) return;
        var lot = new StateHash();
        lot.Add(state.Block.Height);
        for (var i = 0; i < rules.Emission.ClaimsPerBlock; i++)
        {
            lot.Add(i);
            Settle(new AccountId((int)(lot.Halves.First % (ulong)state.Accounts.Count)));
        }
    }

    private bool AnyClaims()
    {
        foreach (var subnet in state.SubnetSpan)
            if (!subnet.Claims.IsEmpty)
                return true;
        return false;
    }

    private void Settle(AccountId account)
    {
        var positions = state.AccountOf(account).Positions;
        if (positions.Count == 0 || !positions[0].Netuid.IsRoot) return; // root's positions come first
        foreach (var position in positions.TakeWhile(position => position.Netuid.IsRoot).ToArray())
            foreach (var subnet in state.Subnets)
                Settle(account, subnet, position.Hotkey);
    }

    private void Settle(AccountId account, Subnet subnet, AccountId hotkey)
    {
        if (subnet.Claims.IsEmpty) return;
        var owed = subnet.Claims.Owed(hotkey, account, state.AccountOf(account).SharesOf(NetUid.Root, hotkey));
        if (owed.IsZero || owed.Rao < rules.Emission.MinimumClaimRao) return;
        if (state.AccountOf(account).KeepsRootAlpha) Keep(account, subnet, hotkey, owed);
        else Sell(account, subnet, hotkey, owed);
    }

    private void Keep(AccountId account, Subnet subnet, AccountId hotkey, Alpha owed)
    {
        subnet.Claims.Pay(hotkey, account, owed);
        state.Deposit(account, subnet, hotkey, owed);
    }

    /// <summary>Where the pool is too thin for it the claim stands.</summary>
    private void Sell(AccountId account, Subnet subnet, AccountId hotkey, Alpha owed)
    {
        if (subnet.Curve.Sell(subnet.Pool, owed) is not { Received.IsZero: false } swap) return;
        SwapInvariant.Check(subnet, swap.After);
        subnet.Claims.Pay(hotkey, account, owed);
        subnet.Pool = swap.After;
        subnet.AlphaOut -= owed;
        subnet.ProtocolFlowed -= (long)swap.Received.Rao;
        state.Root.Pool = state.Root.Pool with { TaoReserve = state.Root.Pool.TaoReserve + swap.Received };
        state.Deposit(account, state.Root, hotkey, new Alpha(swap.Received.Rao));
    }
}
