using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>What an account holds, counted when somebody looks; of one subnet, without counting the rest.</summary>
internal sealed class HoldingsOnDemand(LedgerState ledger, AccountId account) : OnDemand(ledger), IHoldings
{
    /// <summary>The subnets of its positions, once somebody has asked for one: most ask for each of all subnets, and few are held.</summary>
    private NetUidFilter netuids;

    private bool isFiltered;

    private ImmutableArray<Holding> made;

    /// <summary>All of them; once somebody has looked they stay.</summary>
    public ImmutableArray<Holding> All => made.IsDefault ? made = Of(Still, account) : made;

    public Holding this[int place]
    {
        get
        {
            if (!made.IsDefault) return made[place];
            var still = Still;
            ref readonly var position = ref still.AccountOf(account).PositionSpan[place];
            return HoldingOf(still[position.Netuid], position);
        }
    }

    public static ImmutableArray<Holding> Of(LedgerState state, AccountId account)
    {
        var positions = state.AccountOf(account).PositionSpan;
        if (positions.IsEmpty) return [];
        var holdings = new Holding[positions.Length];
        var subnet = state.Root;
        for (var i = 0; i < holdings.Length; i++)
        {
            if (subnet.Netuid != positions[i].Netuid) subnet = state[positions[i].Netuid];
            holdings[i] = HoldingOf(subnet, positions[i]);
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(holdings);
    }

    public Alpha On(NetUid netuid)
    {
        var (still, sum) = (Still, Alpha.Zero);
        if (!MayHold(netuid)) return sum;
        foreach (ref readonly var position in still.AccountOf(account).PositionsOn(netuid)) sum += HoldingOf(still[netuid], position).Amount;
        return sum;
    }

    public bool MayHold(NetUid netuid)
    {
        if (!isFiltered) Filter();
        return netuids.MayHave(netuid);
    }

    public Holding? LargestOn(NetUid netuid)
    {
        var still = Still;
        Holding? largest = null;
        if (!MayHold(netuid)) return largest;
        foreach (ref readonly var position in still.AccountOf(account).PositionsOn(netuid))
            if (HoldingOf(still[netuid], position) is var holding && (largest is not { } best || holding.Amount > best.Amount))
                largest = holding;
        return largest;
    }

    private void Filter()
    {
        foreach (ref readonly var position in Still.AccountOf(account).PositionSpan) netuids.Add(position.Netuid);
        isFiltered = true;
    }

    private static Holding HoldingOf(Subnet subnet, in Position position) => new(position.Netuid, position.Hotkey, subnet.Stakes.WorthOf(position));
}
