using System.Collections.Immutable;
using System.Diagnostics;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Log;
using Dtao.Records.Reading;
using Dtao.Records.Recording;
using Dtao.Records.Scanning;
using Dtao.Records.Tracing;

namespace Dtao.Agents.Benchmarks;

/// <summary>
/// Writes a log of many orders and fills with every topic, reads it back, and looks single events up in it. A hundredth of it is written before,
/// so that the memory of many can be held against that of few.
/// </summary>
/// <param name="folder">Below which it writes; the runs stay there.</param>
/// <param name="ledger">Any; the log begins with its market.</param>
public sealed class LogMeter(string folder, Ledger ledger)
{
    private const int FillsPerBlock = 500, Accounts = 1_000, Subnets = 64, Sought = 5;
    private const string Filter = "ev = Staked and netuid = 28 and tao > 10";

    /// <param name="lines">Two a fill: the order and its end.</param>
    public LogReport Measure(long lines)
    {
        Write("few", Math.Max(2_000, lines / 100));
        var few = PeakMb();
        var watch = Stopwatch.StartNew();
        var path = Write("many", lines);
        var writing = watch.Elapsed.TotalSeconds;
        var many = PeakMb();
        var log = System.IO.Path.Combine(path, RunLayout.Events);
        var reading = Seconds(() => File.ReadLines(log).LongCount());
        var found = 0L;
        var scanning = Seconds(() => found = Scan(log, Filter));
        var scanningAll = Seconds(() => Scan(log, "agent = *-999 or value > 1"));
        return new LogReport(lines, new FileInfo(log).Length / 1e6, lines / writing, many - few, lines / reading, lines / scanning, lines / scanningAll, found,
            Slowest(lines, () => new DatabaseTrace(RunReader.Open(path))), Slowest(lines, () => new LogTrace(log)));
    }

    private string Write(string name, long lines)
    {
        var to = RunFolder.Create(folder, name, replace: true);
        using var recorder = RunRecorder.Start(to, Plan());
        var fills = lines / 2;
        for (var block = 0L; block * FillsPerBlock < fills; block++) recorder.Post(Batch(block, Math.Min(FillsPerBlock, fills - block * FillsPerBlock)));
        recorder.Complete(new RunEnding(ledger.HashHead, [], []));
        return to.Path;
    }

    private BlockBatch Batch(long number, long fills)
    {
        var block = ledger.State.Block + 1 + number;
        var events = ImmutableArray.CreateBuilder<RunEvent>((int)fills);
        for (var i = 1; i <= fills; i++) events.Add(Fill(number * FillsPerBlock + i, block));
        return new BlockBatch(block, events.MoveToImmutable());
    }

    /// <summary>Each fill but the first prompts the next one after the next thousand, so that there are chains to walk.</summary>
    private static RunEvent Fill(long number, Block block)
    {
        var (account, netuid) = (new AccountId((int)(number % Accounts)), new NetUid((ushort)(1 + number % Subnets)));
        var (order, id) = (EventId.Order(number), EventId.Event(number));
        var prompt = number > Accounts ? EventId.Event(number - Accounts) : EventId.None;
        var root = EventId.Order((number - 1) % Accounts + 1);
        var paid = Tao.Of(number % 97 + 0.5m);
        var settled = new Settled(new Stake(account, netuid, account, paid), new Staked(account, netuid, account, paid, new Tao(50_000), Alpha.Of(number % 89 + 1), 1, Partial: false), prompt);
        return new RunEvent(id, order, root, block, settled);
    }

    private static long Scan(string log, string filter)
    {
        var found = 0L;
        new LogScan(log, LogFilter.Of(filter)).Run(_ => found++);
        return found;
    }

    /// <summary>Seconds to open a run and tell why of an event, the slowest of a few.</summary>
    private static double Slowest(long lines, Func<ITrace> open) => Enumerable.Range(1, Sought).Max(i => Seconds(() =>
    {
        using var trace = open();
        var id = EventId.Event(Math.Max(1, lines / 2 * i / Sought));
        var found = trace.Find(id) ?? throw new InvalidOperationException($"{id} was written and is not found.");
        CausalChain.Of(trace, found, most: 20);
    }));

    private static double Seconds(Action what)
    {
        var watch = Stopwatch.StartNew();
        what();
        return watch.Elapsed.TotalSeconds;
    }

    private static double PeakMb() => Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;

    private RecordingPlan Plan() => new()
    {
        Identity = new RunIdentity("bench", "", "", "", 0, ""),
        Config = "",
        EffectiveConfig = "",
        Agents = [.. Enumerable.Range(0, Accounts).Select(i => new RunAgent(new AccountId(i), FormattableString.Invariant($"trader-{i}"), "trader", "speculator", "bench"))],
        StartWealth = [],
        Opening = BlockSample.Of(ledger.State),
        Time = new SimulatedTime(ledger.State.Block, DateTimeOffset.UnixEpoch),
        TaoWeight = 0,
        Kappa = 0,
        LentToFirst = 0,
        DelegateTake = 0,
        Topics = LogTopics.All,
        NotableShare = 0.05,
        QueuedEvents = 16_384,
    };
}

/// <summary>What the reading and writing of a log costs.</summary>
/// <param name="ExtraMb">Peak memory over that of a log of a hundredth; 10⁶ bytes.</param>
/// <param name="ReadPerSecond">Lines that .NET's own reader of lines reads, to hold the rest against.</param>
/// <param name="ScannedPerSecond">Lines with a filter of which most lines fail a required word.</param>
/// <param name="ParsedPerSecond">Lines with a filter that must look at every field of every line.</param>
/// <param name="Found">Lines that passed the first.</param>
/// <param name="WhyFromDatabase">Seconds.</param>
/// <param name="WhyFromLog">Seconds.</param>
public sealed record LogReport(
    long Lines, double Mb, double WrittenPerSecond, double ExtraMb, double ReadPerSecond, double ScannedPerSecond, double ParsedPerSecond, long Found,
    double WhyFromDatabase, double WhyFromLog);
