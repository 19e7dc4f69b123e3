using System.Collections.Immutable;
using System.Diagnostics;
using Dtao.Agents.Configuration;
using Dtao.Agents.Lanes;
using Dtao.Agents.Worlds;
using Dtao.Protocol.Emission;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Log;
using Dtao.Records.Measuring;
using Dtao.Records.Recording;
using Dtao.Records.Reports;
using Dtao.Records.Summaries;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Running;

/// <summary>What a record holds beside its tables.</summary>
[Flags]
public enum RecordParts
{
    None = 0,

    /// <summary>The narrative; without it, events.clef stays empty.</summary>
    Log = 1,

    /// <summary>report.html and story.md.</summary>
    Pages = 2,

    All = Log | Pages,
}

/// <summary>A world run to its end, with or without a folder that keeps the record.</summary>
public static class RecordedRun
{
    private const int QueuedEvents = 16_384;

    /// <summary>dTAO's first block and its time: all simulated time counts from there.</summary>
    private static readonly SimulatedTime Time = new(new Block(4_920_351), new DateTimeOffset(2025, 2, 13, 21, 43, 0, TimeSpan.Zero));

    /// <summary>Runs without keeping a record.</summary>
    public static RunResult Run(World world, CancellationToken stop = default, Action<Block>? onLook = null) =>
        Finish(world, PlanOf(world, stop), onLook, recorder: null);

    /// <summary>Runs and records into <paramref name="folder"/>, which it takes over.</summary>
    /// <param name="parts">What is kept beside the tables.</param>
    /// <param name="progress">Where it says how far it is; null where nobody else looks.</param>
    /// <param name="profile">Measures where the time goes; null measures nothing.</param>
    /// <exception cref="RecordingFailed">The record cannot be written.</exception>
    public static RunResult Run(
        World world, LoadedConfig config, RunIdentity identity, RunFolder folder, CancellationToken stop = default, Action<Block>? onLook = null,
        RecordParts parts = RecordParts.All, LaneProgress? progress = null, RunProfile? profile = null)
    {
        var recording = RecordingOf(world, config, identity);
        using var recorder = RunRecorder.Start(folder, parts.HasFlag(RecordParts.Log) ? recording : recording with { Topics = LogTopics.None });
        var sink = new RecorderSink(world, recorder, Beginning.NotCounted(world.LastBlock - world.Genesis) is > 0 and var notCounted ? world.Genesis + notCounted : null);
        var topics = config.Config.Record.Topics;
        var plan = PlanOf(world, stop) with { Sink = sink, TellsHearings = topics.Contains("hearings"), TellsPayments = topics.Contains("payments"), Progress = progress, Profile = profile };
        var result = Finish(world, plan, onLook, recorder, parts);
        return sink.Baseline is { } baseline ? result with { First = baseline } : result;
    }

    private static ImmutableArray<RunAgent> AgentsOf(World world) =>
        [.. world.Seats.Select(seat => new RunAgent(seat.Account, seat.Name, seat.Id.Cohort, seat.Role.ToString().ToLowerInvariant(), seat.StrategyName) { Kind = seat.Role == Role.Owner ? seat.Kind.Name : null })];

    private static RunResult Finish(World world, RunPlan plan, Action<Block>? onLook, RunRecorder? recorder, RecordParts parts = RecordParts.All)
    {
        var (started, watch) = (DateTimeOffset.UtcNow, Stopwatch.StartNew());
        var first = BlockSample.Of(world.Ledger.State);
        var end = Simulation.Run(plan, onLook);
        var result = new RunResult(world, end, world.Ledger.HashHead, first, BlockSample.Of(world.Ledger.State), WealthOf(world), watch.Elapsed);
        if (recorder is not null) Close(recorder, result, new WallTimes(started, DateTimeOffset.UtcNow), parts);
        return result;
    }

    private static void Close(RunRecorder recorder, RunResult result, WallTimes wall, RecordParts parts)
    {
        var ending = new RunEnding(result.HashHead, result.LastWealth, AccountHolding.AllOf(result.World.Ledger.State), wall);
        switch (result.End)
        {
            case { Stop: RunStop.Done }: recorder.Complete(ending, parts.HasFlag(RecordParts.Pages) ? folder => RunReport.TryWrite(folder.Path) : null); break;
            case { Stop: RunStop.Cancelled }: recorder.Abandon(); break;
            case { Failure: RecordingFailed failed }: throw failed;
            case { Failure: var failure }: recorder.Fail(failure?.Message ?? "failed"); break;
        }
    }

    private static RunPlan PlanOf(World world, CancellationToken stop) => new()
    {
        Seed = world.Seed,
        Genesis = world.Genesis,
        LastBlock = world.LastBlock,
        Economy = world.Economy,
        Seats = world.Seats,
        Listeners = world.Listeners,
        FeedCapacity = world.Config.Forum.FeedCapacity,
        Ordering = world.Config.Run.Ordering,
        OnStrategyError = world.Config.Run.OnStrategyError,
        StrategyTimeLimit = world.Config.Run.StrategyTimeLimit,
        SampleEveryBlocks = world.Config.Record.SampleBlocks,
        PricesEveryBlocks = world.Config.Record.PriceBlocks,
        PriceStep = world.Config.Record.PriceStep,
        Stop = stop,
    };

    private static RecordingPlan RecordingOf(World world, LoadedConfig config, RunIdentity identity) => new()
    {
        Identity = identity,
        Config = config.GivenText,
        EffectiveConfig = config.EffectiveText,
        Agents = AgentsOf(world),
        StartWealth = WealthOf(world),
        Opening = BlockSample.Of(world.Ledger.State),
        State = world.Config.Record.Topics.Contains("ledger") ? OpeningState.Of(world.Ledger) : null,
        Time = Time,
        TaoWeight = RootProportion.Weight(world.Config.Protocol.TaoWeightU64).ToDouble(),
        Kappa = world.Config.Protocol.Consensus.KappaU16 / (double)ushort.MaxValue,
        DelegateTake = world.Config.Protocol.DelegateTakeU16 / (double)ushort.MaxValue,
        LentToFirst = world.Config.Genesis.Root.LentToFirst,
        Topics = TopicsOf(world.Config.Record),
        Detectors = world.Config.Detectors,
        NotableShare = world.Config.Record.BigTrade,
        QueuedEvents = QueuedEvents,
    };

    private static LogTopics TopicsOf(RecordSection record) =>
        new(Narrative: true, record.Topics.Contains("trades"), record.Topics.Contains("decisions"), record.Topics.Contains("epochs"))
        {
            Hearings = record.Topics.Contains("hearings"),
            Payments = record.Topics.Contains("payments"),
            Ledger = record.Topics.Contains("ledger"),
        };

    private static ImmutableArray<AgentWealth> WealthOf(World world) => [.. world.Seats.Select(seat => AgentWealth.Of(world.Ledger.State, seat.Account))];

    private sealed class RecorderSink(World world, RunRecorder recorder, Block? baselineFrom) : IBlockSink
    {
        private readonly HashSet<long> saveAt = [.. world.Config.Record.SaveAt];

        /// <summary>The first sample of the market from the baseline's block on; null where there is no such block.</summary>
        public BlockSample? Baseline { get; private set; }

        public void Take(BlockBatch batch)
        {
            if (batch.Block >= baselineFrom) Baseline ??= batch.Sample;
            recorder.Post(saveAt.Contains(batch.Block - world.Genesis) ? batch with { Ledger = Saved() } : batch);
        }

        /// <summary>A batch comes round before the next block is opened, so this is the ledger at its close.</summary>
        private byte[] Saved()
        {
            using var saved = new MemoryStream();
            world.Ledger.Save(saved);
            return saved.ToArray();
        }
    }
}
