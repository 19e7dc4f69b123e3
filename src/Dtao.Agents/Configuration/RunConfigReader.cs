using Dtao.Agents.Census;
using Dtao.Agents.Graphs;
using Dtao.Agents.Running;
using Dtao.Agents.Settling;
using Dtao.Hocon;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Configuration;

/// <summary>Binds a configuration tree to <see cref="RunConfig"/>. Whatever is wrong goes into the bag, all in one pass.</summary>
public static class RunConfigReader
{
    public const int MostAgents = 1_000_000;

    private static readonly string[] Topics = ["trades", "decisions", "epochs", "hearings", "payments", "ledger"];

    public static RunConfig Read(ConfigObject root, StrategyCatalogue catalogue, DiagnosticBag diagnostics, KeyBook? keys = null)
    {
        var c = new ConfigReader(root, diagnostics, keys);
        var run = Run(c.Section("run"));
        var (record, detectors, genesis) = (Record(c.Section("record"), run.DurationBlocks), DetectorReader.Read(c.Section("detectors")), GenesisReader.Read(c.Section("genesis")));
        var config = new RunConfig
        {
            Run = run,
            Record = record,
            Detectors = detectors,
            Protocol = ProtocolReader.Read(c, genesis.FirstBlock, diagnostics),
            Genesis = genesis,
            Forum = Forum(c.Section("forum")),
            Cohorts = new CohortReader(catalogue, c.Section("strategies"), c.Section("cohort")).ReadAll(c.Section("cohorts")),
        };
        var agents = diagnostics.HasErrors ? 0 : config.Cohorts.Sum(cohort => (long)Population.CountOf(cohort, run.Seed));
        if (agents > MostAgents) c.Report("cohorts", FormattableString.Invariant($"have {agents} agents together"), FormattableString.Invariant($"at most {MostAgents}"));
        c.Done();
        return config;
    }

    private static RunSection Run(ConfigReader c) => new(
        c.Whole("seed"),
        c.Blocks("duration", atLeast: 1, atMost: 100_000_000),
        c.Choice("ordering", "lot", "fifo") == "lot" ? SettlementOrder.Lot : SettlementOrder.Fifo,
        c.Choice("on-strategy-error", "fail", "quarantine") == "fail" ? OnStrategyError.Fail : OnStrategyError.Quarantine,
        TimeSpan.FromSeconds(c.Number("strategy-time-limit-seconds", atLeast: 0.01, atMost: 86_400)));

    private static RecordSection Record(ConfigReader c, long duration)
    {
        var topics = c.Choices("topics", Topics);
        var saveAt = c.Times("save-at", atLeast: 1);
        if (saveAt.Any(at => at > duration)) c.Report("save-at", FormattableString.Invariant($"names a block after the last one, {duration} blocks after genesis"), "save earlier, or make run.duration longer");
        return new RecordSection(c.Blocks("sample", atLeast: 1), c.Blocks("prices", atLeast: 1), c.Fraction("price-step"), c.Fraction("big-trade"), topics, saveAt);
    }

    private static ForumSection Forum(ConfigReader c)
    {
        var kind = c.Choice("graph", "small-world", "ring", "scale-free", "none") switch
        {
            "ring" => GraphKind.Ring,
            "scale-free" => GraphKind.ScaleFree,
            "none" => GraphKind.None,
            _ => GraphKind.SmallWorld,
        };
        var graph = new SocialGraph(kind, (int)c.Whole("neighbours", atMost: 1000), c.Fraction("rewire"), c.Number("prominence", atLeast: 1, atMost: 10));
        return new ForumSection(graph, (int)c.Whole("feed", atLeast: 1, atMost: 10_000));
    }
}
