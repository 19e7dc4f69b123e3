using System.Runtime.InteropServices;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>Whom an epoch's dividends go to, after parents had their part: the neurons by uid, then parents that are not registered themselves.</summary>
/// <remarks>subtensor v2.0.1 <c>coinbase/run_coinbase.rs: drain_pending_emission, get_dividends_distribution</c>.</remarks>
internal readonly record struct Earners(AccountId[] Hotkeys, ulong[] Dividends)
{
    public static Earners Of(LedgerState state, Subnet subnet, ulong[] dividends, I96F32 taoWeight)
    {
        var neurons = subnet.NeuronArray;
        var hotkeys = new AccountId[neurons.Length + subnet.Kinship.Parents];
        for (var uid = 0; uid < neurons.Length; uid++) hotkeys[uid] = neurons[uid].Hotkey;
        return subnet.Kinship.IsEmpty ? new(hotkeys, dividends) : WithParents(state, subnet, hotkeys, dividends, taoWeight);
    }

    /// <param name="hotkeys">With room for as many parents as there are; not all of them need be paid.</param>
    private static Earners WithParents(LedgerState state, Subnet subnet, AccountId[] hotkeys, ulong[] dividends, I96F32 taoWeight)
    {
        var (due, count) = (new ulong[hotkeys.Length], dividends.Length);
        dividends.CopyTo(due.AsSpan());
        for (var uid = 0; uid < dividends.Length; uid++)
        {
            var parents = subnet.Kinship.ParentsOf(hotkeys[uid]);
            if (parents.IsEmpty) continue;
            var split = Split(state, subnet, hotkeys[uid], dividends[uid], taoWeight);
            due[uid] -= dividends[uid] - split.Child;
            for (var i = 0; i < parents.Length; i++) due[PlaceOf(parents[i].Hotkey, hotkeys, ref count)] += split.Parents[i];
        }
        return count == due.Length ? new(hotkeys, due) : new(hotkeys[..count], due[..count]);
    }

    private static ParentDividends Split(LedgerState state, Subnet subnet, AccountId hotkey, ulong dividend, I96F32 taoWeight)
    {
        var parents = subnet.Kinship.ParentsOf(hotkey);
        var contributions = new I96F32[parents.Length];
        for (var i = 0; i < parents.Length; i++) contributions[i] = Contribution(state, subnet, parents[i].Hotkey, parents[i].Share, taoWeight);
        var own = Contribution(state, subnet, hotkey, subnet.Kinship.Kept(hotkey), taoWeight);
        return ParentDividends.Of(dividend, subnet.Kinship.TakeOf(hotkey), own.Floor(), contributions);
    }

    /// <summary>(alpha + w·root) × proportion, in the chain's order of products.</summary>
    private static I96F32 Contribution(LedgerState state, Subnet subnet, AccountId hotkey, I96F32 proportion, I96F32 taoWeight) =>
        I96F32.FromInteger(subnet.Stakes.TotalOf(hotkey).Rao) * proportion + I96F32.FromInteger(state.OnRoot(hotkey).Rao) * proportion * taoWeight;

    private static int PlaceOf(AccountId hotkey, AccountId[] hotkeys, ref int count)
    {
        var place = MemoryMarshal.Cast<AccountId, int>(hotkeys.AsSpan(0, count)).IndexOf(hotkey.Index);
        if (place >= 0) return place;
        hotkeys[count] = hotkey;
        return count++;
    }
}
