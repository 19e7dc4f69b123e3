using System.Collections.Immutable;
using System.Globalization;
using Dtao.Records.Database;
using Dtao.Records.Detectors;
using Dtao.Records.Events;
using Dtao.Records.Folders;
using Dtao.Records.Log;

namespace Dtao.Records.Recording;

/// <summary>Puts batches into the log and the database. Used by one thread at a time.</summary>
internal sealed class RunWriter : IDisposable
{
    private readonly RecordingPlan plan;
    private readonly RunFolder folder;
    private readonly RunCounter counter;
    private readonly Narrative narrative;
    private readonly Wording wording;
    private readonly MarketWatch? watch;
    private readonly RunDatabase database;
    private readonly ClefLog log;

    public RunWriter(RunFolder folder, RecordingPlan plan)
    {
        (this.folder, this.plan) = (folder, plan);
        counter = new RunCounter(plan.Opening);
        if (plan.Detectors is { } rules) watch = new MarketWatch(rules, plan.Agents, plan.Kappa, plan.Opening);
        narrative = new Narrative(plan.NotableShare);
        wording = new Wording(new AgentNames(plan.Agents), plan.Time);
        folder.Put(RunLayout.Config, plan.Config);
        folder.Put(RunLayout.EffectiveConfig, plan.EffectiveConfig);
        PutManifest(ending: null);
        database = new RunDatabase(folder.PathOf(RunLayout.Database), folder.Gate);
        try
        {
            log = new ClefLog(folder.PathOf(RunLayout.Events), folder.Gate);
            Begin();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Write(BlockBatch batch)
    {
        counter.Count(batch);
        watch?.See(batch);
        if (!batch.Events.IsDefaultOrEmpty) Write(batch.Events);
        if (!batch.Prices.IsDefaultOrEmpty) database.Add(batch.Block, batch.Prices);
        if (batch.Sample is { } sample) Write(sample);
        if (batch.Ledger is { } ledger) folder.Put(RunLayout.LedgerAt(batch.Block), ledger);
    }

    /// <summary>Brings everything onto the disk, the marker excepted.</summary>
    public RunManifest Complete(RunEnding ending)
    {
        log.Sync();
        database.Complete(ending.Wealth, ending.Holdings, [("state_hash_head", ending.HashHead)], watch is null ? null : run => Inquiry.Into(run, watch.End(ending.Holdings), plan.Agents));
        return PutManifest(ending);
    }

    /// <summary>Keeps what there is.</summary>
    public void Close()
    {
        log.Flush();
        database.Close();
    }

    public void Dispose()
    {
        log?.Dispose();
        database.Dispose();
    }

    private void Begin()
    {
        var identity = plan.Identity;
        database.Introduce(plan.Agents, plan.StartWealth,
        [
            ("schema", Schema.Version.ToString(CultureInfo.InvariantCulture)),
            ("name", identity.Name),
            ("version", identity.Version),
            ("config_hash", identity.ConfigHash),
            ("seed", identity.Seed.ToString(CultureInfo.InvariantCulture)),
            ("time_of_block", plan.Time.FirstBlock.ToString()),
            ("kappa", plan.Kappa.ToString("R", CultureInfo.InvariantCulture)),
            ("delegate_take", plan.DelegateTake.ToString("R", CultureInfo.InvariantCulture)),
            ("lent_to_first", plan.LentToFirst.ToString("R", CultureInfo.InvariantCulture)),
            ("tao_weight", plan.TaoWeight.ToString("R", CultureInfo.InvariantCulture)),
            ("time_at_block", plan.Time.FirstBlockTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ]);
        if (plan.State is { } state && plan.Topics.Ledger)
            foreach (var part in state.Told(plan.Opening.Market.Block))
                log.Write(wording.Of(part, LogTopic.Ledger));
        Write(plan.Opening);
    }

    private void Write(BlockSample sample)
    {
        narrative.See(sample.Market);
        database.Add(sample);
    }

    private void Write(ImmutableArray<RunEvent> told)
    {
        database.Add(told);
        foreach (ref readonly var one in told.AsSpan()) Tell(one);
    }

    private void Tell(in RunEvent told)
    {
        counter.Count(told);
        var topic = narrative.TopicOf(told.Fact);
        if (plan.Topics.Decisions && told.Fact is Settled settled) log.Write(wording.OrderOf(told, settled));
        var isTold = topic == LogTopic.Narrative;
        var isLogged = plan.Topics.Holds(topic) || isTold && plan.Topics.Trades && told.Fact is Settled;
        if (!isTold && !isLogged) return;
        var line = wording.Of(told, topic);
        if (isLogged) log.Write(line);
        if (isTold) database.Tell(told, line);
    }

    private RunManifest PutManifest(RunEnding? ending)
    {
        var manifest = new RunManifest(plan.Identity, counter.Progress(ending?.HashHead ?? "", log?.Lines ?? 0), ending?.Wall);
        folder.Put(RunLayout.Manifest, ManifestJson.Write(manifest));
        return manifest;
    }
}
