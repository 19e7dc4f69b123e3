using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Detectors;

/// <summary>A subnet that gets much of all TAO injected, over samples on end; and at the end of the run, an agent that holds much of a subnet's alpha. Its size is the share.</summary>
/// <param name="agents">Accounts behind which an agent stands.</param>
internal sealed class Dominance(DominanceRule rule, IReadOnlySet<AccountId> agents) : Detector
{
    private readonly SortedDictionary<int, Sighting> now = [];
    private MarketView? last;

    public override void Sample(BlockSample sample)
    {
        last = sample.Market;
        var all = 0.0;
        foreach (var quote in last.Quotes) all += quote.TaoEmission.Tokens;
        foreach (var quote in last.Quotes) Look(quote, all > 0 ? quote.TaoEmission.Tokens / all : 0);
    }

    public override IEnumerable<Sighting> End(Block last, IReadOnlyList<AccountHolding> holdings) =>
        [.. Seen, .. now.Values, .. holdings.Where(held => !held.Netuid.IsRoot && agents.Contains(held.Account)).Select(held => Of(held, last)).OfType<Sighting>()];

    private void Look(in SubnetQuote quote, double share)
    {
        var netuid = quote.Netuid.Value;
        if (share > rule.Emission)
            now[netuid] = now.TryGetValue(netuid, out var known)
                ? known with { To = last!.Block, Value = Math.Max(known.Value, share) }
                : new Sighting(DetectionKind.Dominance, quote.Netuid, last!.Block, last.Block, share);
        else if (now.Remove(netuid, out var over)) Seen.Add(over);
    }

    private Sighting? Of(AccountHolding held, Block at)
    {
        if (last?.Find(held.Netuid) is not { AlphaOut.IsZero: false } quote) return null;
        var share = held.Amount.Tokens / quote.AlphaOut.Tokens;
        return share > rule.Holding ? new Sighting(DetectionKind.Dominance, held.Netuid, at, at, share) { Account = held.Account } : null;
    }
}
