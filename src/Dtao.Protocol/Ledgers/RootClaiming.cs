using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>
/// Settles claims on root's alpha: each block for a few of the accounts on root, drawn by the block's number as the chain draws them by its hash. Who has said nothing
/// has the alpha sold, without a fee, and the TAO staked on root.
/// </summary>
/// <remarks>subtensor v3.2.10 <c>staking/claim_root.rs: run_auto_claim_root_divs, root_claim_on_subnet</c>.</remarks>
internal sealed class RootClaiming(LedgerState state, ProtocolRules rules)
{
    /// <summary>So many accounts in a row that are not on root are as good as none that is.</summary>
    private const int MostDraws = 1000;

    public void Run()
    {
        if (rules.Emission.ClaimsPerBlock == 0 || !AnyClaims()) return;
        var lot = new StateHash();
        lot.Add(state.Block.Height);
        for (var i = 0; i < rules.Emission.ClaimsPerBlock; i++)
            if (Draw(ref lot) is { } account)
                Settle(account);
    }

    private AccountId? Draw(ref StateHash lot)
    {
        for (var i = 0; i < MostDraws; i++)
        {
            lot.Add(i);
            var drawn = new AccountId((int)(lot.Halves.First % (ulong)state.Accounts.Count));
            if (state.AccountOf(drawn).PositionSpan is [{ Netuid.IsRoot: true }, ..]) return drawn;
        }
        return null;
    }

    private bool AnyClaims()
    {
        foreach (var subnet in state.SubnetSpan)
            if (!subnet.Claims.IsEmpty)
                return true;
        return false;
    }

    /// <summary>Root's positions come first.</summary>
    private void Settle(AccountId account)
    {
        var owner = state.AccountOf(account);
        for (var i = 0; i < owner.PositionSpan.Length && owner.PositionSpan[i].Netuid.IsRoot; i++) Settle(account, owner.PositionSpan[i].Hotkey);
    }

    /// <summary>What all subnets' alpha brings is staked in one go: each deposit would adjust the claims on all of them.</summary>
    private void Settle(AccountId account, AccountId hotkey)
    {
        var (owner, place, brought) = (state.AccountOf(account), state.Root.Stakes.PlaceOf(hotkey)!.Value, Tao.Zero);
        var shares = owner.SharesOf(NetUid.Root, hotkey);
        foreach (var subnet in state.SubnetSpan)
        {
            if (subnet.Claims.IsEmpty) continue;
            var owed = subnet.Claims.Owed(place, account, shares);
            if (owed.IsZero || owed.Rao < rules.Emission.MinimumClaimRao) continue;
            if (owner.KeepsRootAlpha) Keep(account, subnet, (hotkey, place), owed);
            else brought += Sell(account, subnet, place, owed);
        }
        if (brought.IsZero) return;
        state.Root.Pool = state.Root.Pool with { TaoReserve = state.Root.Pool.TaoReserve + brought };
        state.Deposit(account, state.Root, hotkey, new Alpha(brought.Rao));
    }

    private void Keep(AccountId account, Subnet subnet, (AccountId Key, int Place) hotkey, Alpha owed)
    {
        subnet.Claims.Pay(hotkey.Place, account, owed);
        state.Deposit(account, subnet, hotkey.Key, owed);
    }

    /// <summary>Where the pool is too thin for it the claim stands.</summary>
    private Tao Sell(AccountId account, Subnet subnet, int place, Alpha owed)
    {
        if (subnet.Curve.Sell(subnet.Pool, owed) is not { Received.IsZero: false } swap) return Tao.Zero;
        SwapInvariant.Check(subnet, swap.After);
        subnet.Claims.Pay(place, account, owed);
        subnet.Pool = swap.After;
        subnet.AlphaOut -= owed;
        subnet.ProtocolFlowed -= (long)swap.Received.Rao;
        return swap.Received;
    }
}
