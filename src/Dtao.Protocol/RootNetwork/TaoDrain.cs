using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.RootNetwork;

/// <summary>
/// A subnet's epoch under the old mechanism: the owner has its cut as free TAO, and what the consensus gives to miners, validators and their parents is owed to
/// those hotkeys.
/// </summary>
/// <remarks>subtensor v1.2.5 <c>coinbase/run_coinbase.rs: coinbase, accumulate_hotkey_emission</c>. What floors leave goes to dust; the chain never made it.</remarks>
internal sealed class TaoDrain(LedgerState state, ProtocolRules rules, EpochDrain epochs)
{
    private readonly I96F32 ownerCut = I96F32.FromU16(rules.OwnerCutU16), taoWeight = Emission.RootProportion.Weight(rules.StakeWeightU64);

    public EpochDrained Run(Subnet subnet)
    {
        var pot = subnet.PendingTao;
        var cut = new Tao((I96F32.FromInteger(pot.Rao) * ownerCut).Floor());
        var (outcome, newest, power) = epochs.Conclude(subnet, (pot - cut).Rao);
        var earners = Earners.Of(state, subnet, outcome.Dividends, taoWeight);
        var (incentive, dividends) = (Owe(earners.Hotkeys, outcome.Incentive), Owe(earners.Hotkeys, earners.Dividends));
        state.Credit(subnet.Owner, cut);
        state.Dust += pot - cut - incentive - dividends;
        (subnet.PendingTao, subnet.LastDividends, subnet.LastRootDividends) = (Tao.Zero, Alpha.Zero, dividends);
        return new EpochDrained(subnet.Netuid, new Alpha(incentive.Rao), Alpha.Zero, new Alpha(cut.Rao), dividends, Alpha.Zero)
        {
            Paid = [subnet.Owner, .. earners.Hotkeys],
            Pay = PayOf(earners, outcome.Incentive, subnet.Owner, cut),
            NewestVoter = newest,
            Power = power,
        };
    }

    private Tao Owe(AccountId[] hotkeys, ulong[] amounts)
    {
        var total = Tao.Zero;
        for (var i = 0; i < amounts.Length; i++)
        {
            state.HotkeyPay.Add(hotkeys[i], new Tao(amounts[i]));
            total += new Tao(amounts[i]);
        }
        return total;
    }

    private static EpochPay PayOf(Earners earners, ulong[] incentive, AccountId owner, Tao cut) =>
        new(earners.Hotkeys, incentive, new I96F32[earners.Hotkeys.Length], Array.ConvertAll(earners.Dividends, I96F32.FromInteger), owner, new Alpha(cut.Rao));
}
