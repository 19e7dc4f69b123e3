using Dtao.Protocol.Units;
using Dtao.Records.Events;

namespace Dtao.Records.Detectors;

/// <summary>Several strategies at once that sell far more of a subnet than they buy, for hours, while the subnet as a whole loses TAO to traders.</summary>
/// <remarks>It is looked at ten times in the time that it must last. What miners and owners sell of their income every day is less than <c>each</c>.</remarks>
/// <param name="classes">How many strategies there are.</param>
internal sealed class SellOff(SellOffRule rule, int classes) : Detector
{
    private const int Parts = 10;

    private readonly long part = Math.Max(1, rule.Lasting / Parts);
    private readonly BySubnet<Flows> flows = new();
    private readonly Dictionary<int, long> reserves = [];

    public override void Sample(BlockSample sample)
    {
        foreach (var quote in sample.Market.Quotes) reserves[quote.Netuid.Value] = (long)quote.TaoReserve.Rao;
    }

    public override void Trade(in TradeSeen trade)
    {
        ref var of = ref flows[trade.Netuid];
        (of ??= new Flows(trade.Netuid, classes)).Add(trade);
    }

    public override void Close(Block block)
    {
        if (block.Height % part != 0) return;
        foreach (var of in flows.All)
            if (of is { IsStirring: true })
                Look(of, block);
    }

    public override IEnumerable<Sighting> End(Block last, IReadOnlyList<AccountHolding> holdings)
    {
        foreach (var of in flows.All)
            if (of?.Seen is { } seen)
                Seen.Add(seen);
        return Seen;
    }

    private void Look(Flows of, Block block)
    {
        var reserve = of.Held(reserves.GetValueOrDefault(of.Netuid.Value));
        var (sellers, sold) = of.Sellers((long)(rule.Each * reserve));
        if (reserve > 0 && sellers >= rule.Classes && sold > 0) Go(of, block, sold, reserve, sellers);
        else Stop(of);
        of.Turn();
    }

    private void Go(Flows of, Block block, long sold, long reserve, int sellers)
    {
        if (of.Seen is null) (of.Sold, of.Reserve) = (sold, reserve);
        else of.Sold -= of.LastPart;
        if (of.Sold <= 0)
        {
            Stop(of); // by now more has been bought than was sold
            return;
        }
        var (from, most) = of.Seen is { } seen ? (seen.From, Math.Max(sellers, seen.Numbers[0].Value)) : (of.NotBefore(block + -(part * Parts) + 1), sellers);
        of.Seen = new Sighting(DetectionKind.SellOff, of.Netuid, from, block, Math.Min(1, of.Sold / (double)of.Reserve)) { Numbers = [("classes", most)] };
    }

    private void Stop(Flows of)
    {
        if (of.Seen is null) return;
        Seen.Add(of.Seen);
        of.Forget(of.Seen.To);
        of.Seen = null;
    }

    /// <summary>What each strategy paid less what it received, over the last parts.</summary>
    private sealed class Flows(NetUid netuid, int classes)
    {
        private readonly long[] parts = new long[Parts * classes];
        private readonly long[] sums = new long[classes];
        private readonly long[] held = new long[Parts];
        private int now, calm;
        private Block toldTo;

        public NetUid Netuid { get; } = netuid;

        public Sighting? Seen { get; set; }

        /// <summary>TAO sold for less TAO bought since it began, and what the pool held then; rao.</summary>
        public long Sold { get; set; }

        public long Reserve { get; set; }

        /// <summary>False where nobody has traded for as long as anything is remembered.</summary>
        public bool IsStirring => calm <= Parts;

        public long LastPart
        {
            get
            {
                var sum = 0L;
                foreach (var net in parts.AsSpan(now * classes, classes)) sum += net;
                return sum;
            }
        }

        /// <summary>The most TAO that the pool held in all that time: after a fall, small trades of before would seem large beside what is left.</summary>
        public long Held(long reserve)
        {
            held[now] = reserve;
            var most = 0L;
            foreach (var one in held) most = Math.Max(most, one);
            return most;
        }

        public void Add(in TradeSeen trade)
        {
            parts[now * classes + trade.Class] += trade.Net;
            sums[trade.Class] += trade.Net;
            calm = -1;
        }

        public (int Sellers, long Sold) Sellers(long each)
        {
            var (sellers, sold) = (0, 0L);
            foreach (var net in sums)
            {
                sold -= net;
                if (net < 0 && -net >= each) sellers++;
            }
            return (sellers, sold);
        }

        /// <summary>What has been told is not told again: whatever comes next begins later.</summary>
        public void Forget(Block told)
        {
            toldTo = told;
            parts.AsSpan().Clear();
            sums.AsSpan().Clear();
        }

        public Block NotBefore(Block from) => from <= toldTo ? toldTo + 1 : from;

        /// <summary>Begins the next part and forgets the oldest.</summary>
        public void Turn()
        {
            now = (now + 1) % Parts;
            var oldest = parts.AsSpan(now * classes, classes);
            for (var i = 0; i < classes; i++) sums[i] -= oldest[i];
            oldest.Clear();
            calm++;
        }
    }
}
