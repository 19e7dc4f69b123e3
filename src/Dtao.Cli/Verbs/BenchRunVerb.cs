using System.CommandLine;
using System.Diagnostics;
using Dtao.Agents.Configuration;
using Dtao.Agents.Running;
using Dtao.Agents.Worlds;
using Dtao.Cli.Screen;
using Dtao.Protocol.Units;
using Dtao.Records.Folders;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao bench run</c>: a whole run with its record, without one, and its ledger alone, in turns in one process.</summary>
internal static class BenchRunVerb
{
    private static readonly Timed[] Kinds = Enum.GetValues<Timed>();

    private static readonly Option<int> Runs = new("--runs") { Description = "Timings of each; the median counts.", DefaultValueFactory = _ => 3 };

    public static Command Command(Terminal terminal, RunParts parts)
    {
        var command = new Command("run", "Times a run with its record and without, against its ledger without agents.") { CommonOptions.File, CommonOptions.Set, CommonOptions.Seed, Runs, CommonOptions.Json };
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
            foreach (var kind in Kinds) Time(config, parts, folder.FullName, kind); // Rehearsed once, so that none pays for compiling.
            var timings = Enumerable.Range(0, runs).SelectMany(_ => Kinds, (_, kind) => (kind, Time(config, parts, folder.FullName, kind))).ToLookup(timed => timed.kind, timed => timed.Item2);
            var report = new RunTimings(config.Config.Run.DurationBlocks / (double)Block.PerDay, [.. timings[Timed.Ledger]], [.. timings[Timed.Bare]], [.. timings[Timed.Recorded]]);
            if (parsed.GetValue(CommonOptions.Json)) terminal.Json(report.ToJson());
            else foreach (var line in report.Lines()) terminal.Say(line);
            return ExitCode.Done;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Timing Time(LoadedConfig config, RunParts parts, string folder, Timed kind)
    {
        var world = parts.World(config, folder);
        GC.Collect();
        var (cpu, bytes, watch) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        if (kind == Timed.Ledger) RunLedger(world);
        else if (RunAll(config, folder, world, kind).End.Failure is { } failure) throw new InvalidOperationException("The benchmark's run failed.", failure);
        return new Timing(watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds, GC.GetTotalAllocatedBytes() - bytes);
    }

    private static RunResult RunAll(LoadedConfig config, string folder, World world, Timed kind) => kind == Timed.Bare
        ? RecordedRun.Run(world)
        : RecordedRun.Run(
            world, config, new RunIdentity("bench", Build.Version, Build.Commit, config.Hash, config.Config.Run.Seed, Build.Runtime),
            RunFolder.Create(folder, "bench", replace: true));

    /// <summary>As many blocks, and nobody who orders anything.</summary>
    private static void RunLedger(World world)
    {
        for (var block = world.Genesis + 1; block <= world.LastBlock; block += 1)
        {
            world.Economy.OpenBlock(block);
            world.Economy.CloseBlock(isLast: block == world.LastBlock);
        }
    }

    private enum Timed
    {
        Ledger,
        Bare,
        Recorded,
    }
}
