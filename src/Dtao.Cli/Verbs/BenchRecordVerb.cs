using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Dtao.Agents.Configuration;
using Dtao.Agents.Running;
using Dtao.Cli.Screen;
using Dtao.Records.Folders;
using static System.FormattableString;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao bench record</c>: what a run's record costs, and its log alone, as ratios to the same run without them, in turns in one process.</summary>
internal static class BenchRecordVerb
{
    private static readonly Record[] Kept = [Record.None, Record.Database, Record.Whole];

    private static readonly Option<int> Runs = new("--runs") { Description = "Timings of each; the median counts.", DefaultValueFactory = _ => 3 };

    public static Command Command(Terminal terminal, RunParts parts)
    {
        var command = new Command("record", "Times a run with its record, without the log, and without any.") { CommonOptions.File, CommonOptions.Set, CommonOptions.Seed, Runs, CommonOptions.Json };
        command.SetAction(parsed => (int)Execute(parsed, terminal, parts));
        return command;
    }

    private static ExitCode Execute(ParseResult parsed, Terminal terminal, RunParts parts)
    {
        var runs = parsed.GetValue(Runs);
        if (runs is < 1 or > 100) throw new UsageError("--runs must be from 1 to 100.");
        var config = LoadedConfig.Load(parsed.ConfigOf(parsed.GetValue(CommonOptions.File) ?? "sn28"), parts.Strategies);
        if (terminal.Refusal(config.Diagnostics, parsed.GetValue(CommonOptions.Json)) is { } refused) return refused;
        var folder = Directory.CreateTempSubdirectory("dtao-bench-");
        try
        {
            foreach (var kept in Kept) Time(config, parts, folder.FullName, kept); // Rehearsed once, so that none pays for compiling.
            var costs = Enumerable.Range(0, runs).SelectMany(_ => Kept, (_, kept) => (Kept: kept, Cost: Time(config, parts, folder.FullName, kept))).ToLookup(timed => timed.Kept, timed => timed.Cost);
            Show(terminal, parsed, [.. Kept.Select(kept => (kept, Median([.. costs[kept]])))], runs);
            return ExitCode.Done;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Cost Time(LoadedConfig config, RunParts parts, string folder, Record kept)
    {
        var world = parts.World(config, folder);
        GC.Collect();
        var (cpu, watch) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        var result = kept == Record.None
            ? RecordedRun.Run(world)
            : RecordedRun.Run(
                world, config, new RunIdentity("bench", Build.Version, Build.Commit, config.Hash, config.Config.Run.Seed, Build.Runtime),
                RunFolder.Create(folder, "bench", replace: true), parts: kept == Record.Whole ? RecordParts.All : RecordParts.Pages);
        if (result.End.Failure is { } failure) throw new InvalidOperationException("The benchmark's run failed.", failure);
        return new Cost(watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds);
    }

    private static void Show(Terminal terminal, ParseResult parsed, (Record Kept, Cost Cost)[] timed, int runs)
    {
        var (bare, unlogged, whole) = (timed[0].Cost, timed[1].Cost, timed[2].Cost);
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.Json(new JsonObject
            {
                ["runs"] = runs,
                ["wall_s"] = Each(timed, cost => cost.Wall),
                ["cpu_s"] = Each(timed, cost => cost.Cpu),
                ["log_wall_ratio"] = whole.Wall / unlogged.Wall,
                ["log_cpu_ratio"] = whole.Cpu / unlogged.Cpu,
                ["record_wall_ratio"] = whole.Wall / bare.Wall,
                ["record_cpu_ratio"] = whole.Cpu / bare.Cpu,
            });
            return;
        }
        foreach (var (kept, cost) in timed) terminal.Say(Invariant($"{NameOf(kept),-27} {cost.Wall,6:0.00} s, {cost.Cpu,6:0.00} s of processor"));
        terminal.Say(Invariant($"the log over no log         {whole.Wall / unlogged.Wall,6:0.000} of time, {whole.Cpu / unlogged.Cpu:0.000} of processor (medians of {runs})"));
        terminal.Say(Invariant($"the record over no record   {whole.Wall / bare.Wall,6:0.000} of time, {whole.Cpu / bare.Cpu:0.000} of processor"));
    }

    private static JsonObject Each((Record Kept, Cost Cost)[] timed, Func<Cost, double> of) =>
        new(timed.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Kept.ToString().ToLowerInvariant(), of(one.Cost))));

    private static string NameOf(Record kept) => kept switch
    {
        Record.None => "no record",
        Record.Database => "database and page, no log",
        _ => "database, page and log",
    };

    private static Cost Median(Cost[] costs) => new(Middle([.. costs.Select(cost => cost.Wall).Order()]), Middle([.. costs.Select(cost => cost.Cpu).Order()]));

    private static double Middle(double[] ascending) => (ascending[(ascending.Length - 1) / 2] + ascending[ascending.Length / 2]) / 2;

    private readonly record struct Cost(double Wall, double Cpu);

    /// <summary>What is kept of a run.</summary>
    private enum Record
    {
        None,
        Database,
        Whole,
    }
}
