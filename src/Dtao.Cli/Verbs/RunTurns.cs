using System.CommandLine;
using System.Diagnostics;
using Dtao.Agents.Configuration;
using Dtao.Agents.Running;
using Dtao.Agents.Worlds;
using Dtao.Cli.Screen;
using Dtao.Records.Folders;

namespace Dtao.Cli.Verbs;

/// <summary>One way to do a run.</summary>
/// <param name="folder">Where it may write.</param>
internal delegate void WayToRun(World world, LoadedConfig config, string folder);

/// <summary>A benchmark that does one run in several ways, in turns in one process, so that what else the machine does falls on all of them.</summary>
internal static class RunTurns
{
    private static readonly Option<int> Runs = new("--runs") { Description = "Timings of each; the median counts.", DefaultValueFactory = _ => 3 };

    /// <param name="show">Is given the timings way by way, in the order of <paramref name="ways"/>.</param>
    public static Command Command(string name, string description, Terminal terminal, RunParts parts, WayToRun[] ways, Action<ParseResult, LoadedConfig, Timing[][]> show)
    {
        var command = new Command(name, description) { CommonOptions.File, CommonOptions.Set, CommonOptions.Seed, Runs, CommonOptions.Json };
        command.SetAction(parsed => (int)Execute(parsed, terminal, parts, ways, show));
        return command;
    }

    /// <summary>No record is kept.</summary>
    public static void Bare(World world, LoadedConfig config, string folder) => Check(RecordedRun.Run(world));

    public static WayToRun Keeping(RecordParts kept) => (world, config, folder) => Check(RecordedRun.Run(
        world, config, new RunIdentity("bench", Build.Version, Build.Commit, config.Hash, config.Config.Run.Seed, Build.Runtime),
        RunFolder.Create(folder, "bench", replace: true), parts: kept));

    private static ExitCode Execute(ParseResult parsed, Terminal terminal, RunParts parts, WayToRun[] ways, Action<ParseResult, LoadedConfig, Timing[][]> show)
    {
        var runs = parsed.GetValue(Runs);
        if (runs is < 1 or > 100) throw new UsageError("--runs must be from 1 to 100.");
        var config = LoadedConfig.Load(parsed.ConfigOf(parsed.GetValue(CommonOptions.File) ?? "sn28"), parts.Strategies);
        if (terminal.Refusal(config.Diagnostics, parsed.GetValue(CommonOptions.Json)) is { } refused) return refused;
        var folder = Directory.CreateTempSubdirectory("dtao-bench-");
        try
        {
            Timing[] Turn() => Array.ConvertAll(ways, way => Time(config, parts, folder.FullName, way));
            Turn(); // Rehearsed once, so that none pays for compiling.
            Timing[][] turns = [.. Enumerable.Range(0, runs).Select(_ => Turn())];
            show(parsed, config, [.. ways.Select((_, way) => Array.ConvertAll(turns, turn => turn[way]))]);
            return ExitCode.Done;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Timing Time(LoadedConfig config, RunParts parts, string folder, WayToRun run)
    {
        var world = parts.World(config, folder);
        GC.Collect();
        var (cpu, bytes, watch) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        run(world, config, folder);
        return new Timing(watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds, GC.GetTotalAllocatedBytes() - bytes);
    }

    private static void Check(RunResult result)
    {
        if (result.End.Failure is { } failure) throw new InvalidOperationException("The benchmark's run failed.", failure);
    }
}
