using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Detectors;
using Dtao.Records.Events;

namespace Dtao.Records.Tests.Detectors;

/// <summary>
/// Three days of one subnet, made without the chain or any strategy: a constant-product pool in which noise traders with heavy-tailed sizes, traders who lean
/// against a drifting value, and miners and owners who sell a little of everything trade every two minutes; an epoch every 360 blocks with noisy shares; a
/// sample every hour. Into it an event of one kind may be put, its size and length drawn. What it is called depends on that alone, never on a threshold.
/// </summary>
internal sealed class SyntheticSubnet
{
    public const int Steps = 2_160, BlocksPerStep = 10;

    /// <summary>A multiple of all intervals, so that they begin together.</summary>
    private static readonly Block Origin = new(4_920_480);

    private static readonly NetUid Netuid = new(28);

    private static readonly string[] Strategies = ["noise", "value", "miner", "owner", "herd", "momentum", "whale", "holder", "bot"];

    private static readonly AccountId Foundation = new(90), Validator = new(91);

    private readonly Random random;
    private readonly List<RunEvent> events = [];
    private readonly double start, noise, value = 0.02;
    private readonly ulong emission;
    private double tao, alpha, anchor;
    private long lastEvent;
    private int capBinds;

    private SyntheticSubnet(int seed)
    {
        random = new Random(seed);
        start = tao = 300 * Math.Exp(random.NextDouble() * 3);
        alpha = tao / (0.005 * Math.Exp(random.NextDouble() * 3));
        anchor = tao / alpha;
        noise = 0.0003 + 0.0009 * random.NextDouble();
        emission = (ulong)(1e9 * (0.01 + 0.09 * random.NextDouble()));
    }

    public Plan Event { get; private init; } = new();

    /// <summary>What was put in.</summary>
    public static (IReadOnlyList<Injected> Labels, IReadOnlyList<Sighting> Seen) Of(string? kind, bool isNear, int seed, DetectorRules rules)
    {
        var draws = new Random(seed + 1_000_000);
        var plan = Plan.Drawn(kind, isNear, draws);
        return (plan.Labels(Origin.Height), new SyntheticSubnet(seed) { Event = plan }.Watched(rules));
    }

    private IReadOnlyList<Sighting> Watched(DetectorRules rules)
    {
        var agents = Strategies.SelectMany((strategy, s) => Enumerable.Range(0, 5).Select(i => new RunAgent(new AccountId(s * 5 + i), FormattableString.Invariant($"{strategy}-{i}"), strategy, "speculator", strategy)));
        var watch = new MarketWatch(rules, [.. agents, new RunAgent(Foundation, "foundation-0", "foundation", "foundation", "intervene"), new RunAgent(Validator, "validator-0", "validator", "validator", "scorer")], 0.5, Sample(Origin, 0));
        for (var step = 1; step <= Steps; step++) watch.See(Step(step));
        return watch.End([new AccountHolding(new AccountId(3), Netuid, Alpha.Of((decimal)(Event.Holding * alpha)))]);
    }

    private BlockBatch Step(int step)
    {
        var block = Origin + step * BlocksPerStep;
        events.Clear();
        Trade(block, step);
        if (step % 36 == 0) Epoch(block, step);
        Cap(block, step);
        return new BlockBatch(block, [.. events], step % 30 == 0 ? Sample(block, step) : null, [new PriceTick(Netuid, tao / alpha)]);
    }

    private void Trade(Block block, int step)
    {
        for (var i = 0; i < 2; i++) Swap(block, 0, Sign() * noise * tao * Pareto());
        anchor *= Math.Exp(0.0008 * Normal() + Event.DriftAt(step));
        Swap(block, 1, value * Math.Log(anchor / (tao / alpha)) * tao);
        if (step % 6 == 0) Swap(block, 2, -0.0004 * tao * random.NextDouble());
        if (step % 36 == 1) Swap(block, 3, -0.001 * tao * random.NextDouble());
        if (Event.DriftAt(step) is var drift && drift != 0)
        {
            var flow = tao * (Math.Exp(drift / 2) - 1);
            var movers = Event.MoversAt(step);
            foreach (var mover in movers) Swap(block, mover, flow / movers.Length * (0.7 + 0.6 * random.NextDouble()));
        }
        if (!Event.SellsAt(step)) return;
        foreach (var seller in Event.By) Swap(block, seller, -Event.Each * start / 60 * (0.6 + 0.8 * random.NextDouble()));
        Swap(block, 1, 0.6 * Event.By.Length * Event.Each * start / 60);
    }

    /// <summary>Pays or takes TAO along the constant product.</summary>
    private void Swap(Block block, int strategy, double net)
    {
        if (Math.Abs(net) < 1e-6 || net < -0.5 * tao) return;
        var after = tao * alpha / (tao + net);
        var (account, amount, moved) = (new AccountId(strategy * 5 + random.Next(5)), Tao.Of((decimal)Math.Abs(net)), Alpha.Of((decimal)Math.Abs(after - alpha)));
        (tao, alpha) = (tao + net, after);
        LedgerCommand command = net > 0 ? new Stake(account, Netuid, account, amount) : new Unstake(account, Netuid, account, moved);
        Outcome outcome = net > 0
            ? new Staked(account, Netuid, account, amount, Tao.Zero, moved, 1, Partial: false)
            : new Unstaked(account, Netuid, account, moved, 1, amount, Tao.Zero, Partial: false);
        events.Add(RunEvent.EndOf(EventId.Order(++lastEvent), EventId.Event(++lastEvent), block, new Settled(command, outcome)));
    }

    /// <summary>Honest validators see the same work through noise; the largest has a third of the stake, more or less.</summary>
    private void Epoch(Block block, int step)
    {
        var rules = Event.RulesAt(step);
        var (share, apart, moved) = rules
            ? (Event.Share + 0.01 * Normal(), Event.Apart + 0.03 * Normal(), Event.BeginsAt(step) ? Event.Moved + 0.02 * Normal() : 0.1 + 0.05 * random.NextDouble())
            : (0.34 + 0.03 * Normal(), 0.12 + 0.1 * random.NextDouble(), 0.08 + 0.12 * random.NextDouble());
        var top = Event.IsOfFoundation ? Foundation : Validator;
        if (Event.IsOfFoundation) events.Add(RunEvent.EndOf(EventId.Order(++lastEvent), EventId.Event(++lastEvent), block, new Settled(new SetWeights(top, Netuid, []), new WeightsSet(top, Netuid, 0, []))));
        var power = new EpochPower(top, share, Math.Clamp(apart, 0, 1), Math.Clamp(moved, 0, 1));
        Tell(block, new EpochDrained(Netuid, Alpha.Of(148), Alpha.Of(148), Alpha.Of(65), Tao.Of(1), Alpha.Zero) { Power = power });
    }

    /// <summary>The ledger tells of the tenth block on end; a few blocks now and then are told by nobody.</summary>
    private void Cap(Block block, int step)
    {
        for (var i = BlocksPerStep - 1; i >= 0; i--)
        {
            var at = block + -i;
            if (Event.CapBindsAt(step * BlocksPerStep - i) || random.Next(12) == 0)
            {
                if (++capBinds == 10) Tell(at, new CapBegan(Netuid));
                continue;
            }
            if (capBinds >= 10) Tell(at, new CapEnded(Netuid, capBinds) { Beyond = Tao.Of(0.001m * capBinds) });
            capBinds = 0;
        }
    }

    private BlockSample Sample(Block block, int step)
    {
        var share = Event.GetsAt(step) ? Event.EmissionShare + 0.01 * Normal() : 0.04 + 0.02 * random.NextDouble();
        var rest = (1 - share) / 20;
        QuoteList quotes =
        [
            .. Enumerable.Range(1, 20).Select(netuid => Some.Quote(netuid, 0.02, new Tao((ulong)(rest * emission)))),
            Some.Quote(Netuid.Value, tao / alpha, new Tao((ulong)(share * emission))) with { TaoReserve = Tao.Of((decimal)tao), AlphaReserve = Alpha.Of((decimal)alpha), AlphaOut = Alpha.Of((decimal)alpha) },
        ];
        return new BlockSample(new MarketView(block, quotes, Tao.Of(1_000_000), Tao.Of(8_000_000)), Tao.Zero, Tao.Zero);
    }

    private void Tell(Block block, LedgerEvent happened) => events.Add(RunEvent.First(EventId.Event(++lastEvent), block, new ChainFact(happened)));

    private int Sign() => random.Next(2) == 0 ? 1 : -1;

    /// <summary>Pareto with exponent 1.7, cut at 40.</summary>
    private double Pareto() => Math.Min(40, Math.Pow(1 - random.NextDouble(), -1 / 1.7));

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
