using System.Runtime.CompilerServices;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>Not one rao is lost: checked after every block on running totals, and on every leaf at an audit.</summary>
public static class Conservation
{
    /// <exception cref="InvariantBroken">Some amount was created or lost.</exception>
    public static void Check(LedgerState state, ProtocolRules rules)
    {
        var held = HeldBeside(state);
        foreach (var subnet in state.SubnetSpan) held += CheckAlpha(subnet, rules.TotalSupplyRao);
        CheckTao(held, state, rules);
    }

    /// <summary>TAO that is on no subnet but root.</summary>
    internal static Tao HeldBeside(LedgerState state) => state.TotalFree + state.Dust + state.AuthorFees + state.HotkeyPay.Total + new Tao(state.Root.Stakes.Total.Rao);

    /// <returns>TAO that is on the subnet.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Tao CheckAlpha(Subnet subnet, ulong totalSupplyRao)
    {
        var held = subnet.Pool.AlphaReserve + subnet.Stakes.Total + subnet.PendingEmission + subnet.PendingOwnerCut + subnet.Dust + subnet.DriftLost
            + subnet.PendingRootAlpha + subnet.Claims.Total + subnet.ProtocolAlpha;
        var issuance = subnet.AlphaIssuance;
        if (held != issuance + subnet.DriftCreated) throw IsNotIssued(subnet, held);
        if (issuance.Rao > totalSupplyRao) throw IsAboveCap(subnet);
        return subnet.Pool.TaoReserve + subnet.PendingRootDividends + subnet.PendingTao + subnet.Locked;
    }

    internal static void CheckTao(Tao held, LedgerState state, ProtocolRules rules)
    {
        if (held != state.Issued) throw Broken($"TAO held is {held.Rao} rao, issued {state.Issued.Rao} rao");
        var scheduled = state.IssuedAtGenesis + state.Minted - state.Burned;
        if (state.Issued != scheduled) throw Broken($"TAO issued is {state.Issued.Rao} rao, genesis and emission less what was burned {scheduled.Rao} rao");
        if (state.Issued.Rao > rules.TotalSupplyRao) throw Broken($"TAO issued is {state.Issued.Rao} rao, above the cap");
    }

    /// <summary>Recounts every account and stake pool.</summary>
    /// <exception cref="InvariantBroken">A running total parted from its leaves, or shares of a stake pool are nobody's, or held twice.</exception>
    public static void Audit(LedgerState state) => Audit(state, SharesHeld.By(state, new StateHash()));

    /// <inheritdoc cref="Audit(LedgerState)"/>
    internal static void Audit(LedgerState state, SharesHeld held)
    {
        var free = Tao.Zero;
        foreach (var account in state.AccountSpan) free += account.Free;
        if (free != state.TotalFree) throw Broken($"free TAO sums to {free.Rao} rao, its total says {state.TotalFree.Rao} rao");
        AuditStakes(state.Root);
        foreach (var subnet in state.SubnetSpan) AuditStakes(subnet);
        AuditShares(state, held);
    }

    private static void AuditStakes(Subnet subnet)
    {
        var sum = subnet.Stakes.Recount();
        if (sum != subnet.Stakes.Total) throw Broken($"SN{subnet.Netuid}: stake pools sum to {sum.Rao} rao, their total says {subnet.Stakes.Total.Rao} rao");
    }

    /// <summary>
    /// All shares of a pool are somebody's. It then owes no more than it holds: a share of its total, floored, for each of them
    /// (<see cref="Staking.StakePool.WorthOf"/>).
    /// </summary>
    private static void AuditShares(LedgerState state, SharesHeld held)
    {
        AuditShares(state.Root, held);
        foreach (var subnet in state.SubnetSpan) AuditShares(subnet, held);
    }

    private static void AuditShares(Subnet subnet, SharesHeld held)
    {
        var pools = subnet.Stakes.PoolSpan;
        var shares = held.Of(subnet);
        for (var place = 0; place < pools.Length; place++)
            if (shares[place] != pools[place].TotalShares)
                throw Broken($"SN{subnet.Netuid}: positions with hotkey {subnet.Stakes.Hotkeys[place]} sum to {shares[place]} shares, its pool says {pools[place].TotalShares}");
    }

    private static InvariantBroken IsNotIssued(Subnet subnet, Alpha held) =>
        Broken($"SN{subnet.Netuid}: alpha held is {held.Rao} rao, issued {(subnet.AlphaIssuance + subnet.DriftCreated).Rao} rao");

    private static InvariantBroken IsAboveCap(Subnet subnet) =>
        Broken($"SN{subnet.Netuid}: alpha issued is {(subnet.AlphaIssuance + subnet.DriftCreated).Rao} rao, above the cap");

    private static InvariantBroken Broken(string what) => new(what + ".");
}
