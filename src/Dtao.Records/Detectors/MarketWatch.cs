using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Detectors;

/// <summary>Shows a run to every detector, block by block, on the recorder's thread.</summary>
internal sealed class MarketWatch
{
    /// <summary>Of an account behind which no agent stands.</summary>
    private const int NoClass = -1;

    private readonly Detector[] detectors;
    private readonly Detector[] ofPrices, ofTrades, ofChain;
    private readonly SellOff sellOff;
    private readonly BySubnet<SubnetTape> tapes = new();
    private readonly int[] classes;
    private readonly Block origin;
    private readonly LookBack look;
    private Block last;

    /// <param name="kappa">Share of the active stake that sets a consensus.</param>
    public MarketWatch(DetectorRules rules, IEnumerable<RunAgent> agents, double kappa, BlockSample opening)
    {
        (origin, last) = (opening.Market.Block, opening.Market.Block);
        look = LookBack.Of(rules);
        var all = agents.ToArray();
        var names = all.Select(agent => agent.Strategy).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        classes = new int[all.Select(agent => agent.Account.Index + 1).DefaultIfEmpty().Max()];
        Array.Fill(classes, NoClass);
        foreach (var agent in all) classes[agent.Account.Index] = names.IndexOf(agent.Strategy);
        var foundation = all.Where(agent => agent.Role == "foundation").Select(agent => agent.Account).ToHashSet();
        (Detector pump, Detector crash) = (new Pump(rules.Pump), new Crash(rules.Crash));
        sellOff = new SellOff(rules.SellOff, names.Count);
        (Detector capHit, Detector capture, Detector intervention) = (new CapHit(rules.CapHit), new ConsensusCapture(rules.ConsensusCapture, kappa), new Intervention(rules.Intervention, kappa, foundation));
        detectors = [pump, crash, sellOff, capHit, capture, intervention, new Dominance(rules.Dominance, all.Select(agent => agent.Account).ToHashSet())];
        (ofPrices, ofTrades, ofChain) = ([pump, crash], [sellOff], [capHit, capture, intervention]);
        See(opening);
    }

    public void See(BlockBatch batch)
    {
        last = batch.Block;
        if (!batch.Events.IsDefaultOrEmpty)
            foreach (ref readonly var told in batch.Events.AsSpan())
                See(told);
        if (!batch.Prices.IsDefaultOrEmpty)
            foreach (var tick in batch.Prices)
                See(tick);
        if (batch.Sample is { } sample) See(sample);
        sellOff.Close(batch.Block);
    }

    /// <summary>All that was seen: by the block at which it began, then by kind and subnet.</summary>
    public ImmutableArray<Sighting> End(IReadOnlyList<AccountHolding> holdings) =>
    [
        .. detectors.SelectMany(detector => detector.End(last, holdings))
            .OrderBy(seen => seen.From).ThenBy(seen => seen.Kind, StringComparer.Ordinal).ThenBy(seen => seen.Netuid).ThenBy(seen => seen.Account?.Index ?? -1),
    ];

    private void See(in RunEvent told)
    {
        if (told.Fact is Settled settled) See(settled.Outcome);
        else if (told.Fact is ChainFact { Event: var happened })
            foreach (var detector in ofChain) detector.Chain(told, happened);
    }

    private void See(Outcome outcome)
    {
        switch (outcome)
        {
            case Staked staked: Trade(staked); break;
            case Unstaked unstaked: Trade(unstaked); break;
            case Moved moved:
                Trade(moved.Out);
                if (moved.In is { } leg) Trade(leg);
                break;
            case WeightsSet set:
                foreach (var detector in ofChain) detector.Weights(set);
                break;
        }
    }

    private void See(PriceTick tick)
    {
        if (tick.Netuid.IsRoot) return;
        var tape = TapeOf(tick.Netuid);
        tape.Note(last, tick.Price);
        foreach (var detector in ofPrices) detector.Price(tape);
    }

    private void See(BlockSample sample)
    {
        foreach (var quote in sample.Market.Quotes) TapeOf(quote.Netuid).Reserve = (long)quote.TaoReserve.Rao;
        foreach (var detector in detectors) detector.Sample(sample);
    }

    private void Trade(Staked staked) => Trade(staked.Netuid, staked.Account, (long)staked.Paid.Rao);

    private void Trade(Unstaked unstaked) => Trade(unstaked.Netuid, unstaked.Account, -(long)unstaked.Received.Rao);

    private void Trade(NetUid netuid, AccountId account, long net)
    {
        if (netuid.IsRoot) return;
        TapeOf(netuid).Buy(net);
        var its = account.Index < classes.Length ? classes[account.Index] : NoClass;
        if (its == NoClass) return;
        var seen = new TradeSeen(netuid, its, net);
        foreach (var detector in ofTrades) detector.Trade(seen);
    }

    private SubnetTape TapeOf(NetUid netuid) => tapes[netuid] ??= new SubnetTape(netuid, origin, look);
}
