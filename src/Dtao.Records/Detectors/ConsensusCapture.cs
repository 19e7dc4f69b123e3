using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Detectors;

/// <summary>Epochs on end in which one validator had enough of the active stake to set the consensus alone, and weighed otherwise than the others. Its size is that share.</summary>
/// <param name="kappa">Share of the active stake that sets a consensus.</param>
internal sealed class ConsensusCapture(ConsensusCaptureRule rule, double kappa) : Detector
{
    private const int MostEpochsCited = 20;

    private readonly SortedDictionary<int, Reign> reigns = [];

    public override void Chain(in RunEvent told, LedgerEvent happened)
    {
        if (happened is not EpochDrained { Power: var power } epoch) return;
        var rules = power.Top is not null && power.Share > kappa && power.Apart >= rule.Apart;
        if (reigns.TryGetValue(epoch.Netuid.Value, out var reign) && (!rules || reign.By != power.Top))
        {
            Note(epoch.Netuid, reign);
            reigns.Remove(epoch.Netuid.Value);
            reign = null;
        }
        if (!rules) return;
        reigns[epoch.Netuid.Value] = reign is null
            ? new Reign(power.Top!.Value, told.Block, told.Block, power.Share, power.Apart, 1, [told.Id])
            : reign with { To = told.Block, Share = Math.Max(reign.Share, power.Share), Apart = Math.Max(reign.Apart, power.Apart), Epochs = reign.Epochs + 1, Ids = reign.Ids.Length < MostEpochsCited ? reign.Ids.Add(told.Id) : reign.Ids };
    }

    public override IEnumerable<Sighting> End(Block last, IReadOnlyList<AccountHolding> holdings)
    {
        foreach (var (netuid, reign) in reigns) Note(new NetUid((ushort)netuid), reign);
        return Seen;
    }

    private void Note(NetUid netuid, Reign reign)
    {
        if (reign.Epochs < rule.Epochs) return;
        Seen.Add(new Sighting(DetectionKind.ConsensusCapture, netuid, reign.From, reign.To, reign.Share)
        {
            Account = reign.By,
            Epochs = reign.Ids,
            Numbers = [("share", reign.Share), ("kappa", kappa), ("apart", reign.Apart), ("epoch_count", reign.Epochs)],
        });
    }

    private sealed record Reign(AccountId By, Block From, Block To, double Share, double Apart, int Epochs, ImmutableArray<EventId> Ids);
}
