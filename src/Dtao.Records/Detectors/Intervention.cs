using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Detectors;

/// <summary>
/// The foundation sets weights unlike the others', has enough of the active stake for them to be the consensus, and the next epoch pays miners for something else.
/// It lasts for as long as that holds. Its size is how far the incentive moved at once.
/// </summary>
/// <param name="kappa">Share of the active stake that sets a consensus.</param>
/// <param name="foundation">Accounts of the foundation.</param>
internal sealed class Intervention(InterventionRule rule, double kappa, IReadOnlySet<AccountId> foundation) : Detector
{
    private const int MostEpochsCited = 20;

    private readonly SortedDictionary<int, Act> acts = [];
    private readonly HashSet<int> weighed = [];
    private readonly Dictionary<int, (EventId Id, double Incentive)> before = [];

    public override void Weights(WeightsSet set)
    {
        if (foundation.Contains(set.Account)) weighed.Add(set.Netuid.Value);
    }

    public override void Chain(in RunEvent told, LedgerEvent happened)
    {
        if (happened is not EpochDrained { Power: var power } epoch) return;
        var netuid = epoch.Netuid.Value;
        var decides = power.Top is { } top && foundation.Contains(top) && power.Share > kappa && power.Apart >= rule.Apart;
        if (acts.TryGetValue(netuid, out var act) && decides) acts[netuid] = act.Going(told, epoch);
        else if (act is not null && acts.Remove(netuid)) Seen.Add(act.Sighting(epoch.Netuid, kappa));
        else if (decides && power.Moved >= rule.Moved && weighed.Contains(netuid)) acts[netuid] = Act.Of(told, epoch, before.GetValueOrDefault(netuid));
        weighed.Remove(netuid);
        before[netuid] = (told.Id, epoch.Incentive.Tokens);
    }

    public override IEnumerable<Sighting> End(Block last, IReadOnlyList<AccountHolding> holdings)
    {
        foreach (var (netuid, act) in acts) Seen.Add(act.Sighting(new NetUid((ushort)netuid), kappa));
        return Seen;
    }

    private sealed record Act(AccountId By, Block From, Block To, EpochPower Power, double PaidBefore, double Paid, int Epochs, ImmutableArray<EventId> Ids)
    {
        public static Act Of(in RunEvent told, EpochDrained epoch, (EventId Id, double Incentive) before) => new(
            epoch.Power.Top!.Value, told.Block, told.Block, epoch.Power, before.Incentive, epoch.Incentive.Tokens, 1, before.Id.IsNone ? [told.Id] : [before.Id, told.Id]);

        public Act Going(in RunEvent told, EpochDrained epoch) =>
            this with { To = told.Block, Paid = Paid + epoch.Incentive.Tokens, Epochs = Epochs + 1, Ids = Ids.Length < MostEpochsCited ? Ids.Add(told.Id) : Ids };

        public Sighting Sighting(NetUid netuid, double kappa) => new(DetectionKind.Intervention, netuid, From, To, Power.Moved)
        {
            Account = By,
            Epochs = Ids,
            Numbers = [("share", Power.Share), ("kappa", kappa), ("apart", Power.Apart), ("moved", Power.Moved), ("epoch_count", Epochs), ("paid_alpha", Paid), ("paid_before_alpha", PaidBefore)],
        };
    }
}
