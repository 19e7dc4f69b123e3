using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Detectors;

/// <summary>Blocks on end in which a subnet's alpha injection was cut to its alpha emission, so that TAO went in beyond the balance and lifted the price.</summary>
/// <remarks>Its size is that TAO as a share of the pool's.</remarks>
internal sealed class CapHit(CapHitRule rule) : Detector
{
    private readonly SortedDictionary<int, RunEvent> begun = [];
    private readonly Dictionary<int, SubnetQuote> quotes = [];

    public override void Sample(BlockSample sample)
    {
        foreach (var quote in sample.Market.Quotes) quotes[quote.Netuid.Value] = quote;
    }

    public override void Chain(in RunEvent told, LedgerEvent happened)
    {
        if (happened is CapBegan cap) begun[cap.Netuid.Value] = told;
        if (happened is not CapEnded ended) return;
        EventId[] events = begun.Remove(ended.Netuid.Value, out var beginning) ? [beginning.Id, told.Id] : [told.Id];
        Note(ended.Netuid, told.Block + -ended.Blocks, told.Block + -1, ended.Beyond, events);
    }

    public override IEnumerable<Sighting> End(Block last, IReadOnlyList<AccountHolding> holdings)
    {
        foreach (var (netuid, told) in begun) // the ledger tells of the tenth block
            Note(new NetUid((ushort)netuid), told.Block + -9, last, quotes.TryGetValue(netuid, out var quote) ? quote.CapBeyond : Tao.Zero, told.Id);
        return Seen;
    }

    private void Note(NetUid netuid, Block from, Block to, Tao beyond, params ReadOnlySpan<EventId> events)
    {
        if (to - from + 1 < rule.Lasting) return;
        var reserve = quotes.TryGetValue(netuid.Value, out var quote) ? quote.TaoReserve : Tao.Zero;
        Seen.Add(new Sighting(DetectionKind.CapHit, netuid, from, to, reserve.IsZero ? 0 : beyond.Rao / (double)reserve.Rao)
        {
            Events = [.. events],
            Numbers = [("tao_beyond", beyond.Tokens)],
        });
    }
}
