using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Agents.Configuration;
using Dtao.Agents.Running;
using Dtao.Cli.Screen;
using Dtao.Records.Folders;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao bench record</c>: what a run's record costs, as a ratio to the same run without one, in turns in one process.</summary>
internal static class BenchRecordVerb
{
    private static readonly Option<int> Runs = new("--runs") { Description = "Timings of each; the median counts.", DefaultValueFactory = _ => 3 };

    public static Command Command(Terminal terminal, RunParts parts)
    {
        var command = new Command("record", "Times a run with its record and without any.") { CommonOptions.File, CommonOptions.Set, CommonOptions.Seed, Runs, CommonOptions.Json };
        command.SetAction(parsed => (int)Execute(parsed, terminal, parts));
        return command;
    }

    private static ExitCode Execute(ParseResult parsed, Terminal terminal, RunParts parts)
    {
        var runs = parsed.GetValue(Runs);
        if (runs is < 1 or > 100) throw new UsageError("--runs must be from 1 to 100.");
        var config = LoadedConfig.Load(parsed.ConfigOf(parsed.GetValue(CommonOptions.File) ?? "sn28"), parts.Strategies);
        if (config.HasErrors) return terminal.Tell(config.Diagnostics, parsed.GetValue(CommonOptions.Json));
        var folder = Directory.CreateTempSubdirectory("dtao-bench-");
        try
        {
            Time(config, parts, folder: null); // Rehearsed once, so that neither pays for compiling.
            var pairs = Enumerable.Range(0, runs).Select(_ => (Bare: Time(config, parts, folder: null), Recorded: Time(config, parts, folder.FullName))).ToArray();
            Show(terminal, parsed, [.. pairs.Select(pair => pair.Bare)], [.. pairs.Select(pair => pair.Recorded)]);
            return ExitCode.Done;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Cost Time(LoadedConfig config, RunParts parts, string? folder)
    {
        var world = parts.World(config, folder ?? ".");
        GC.Collect();
        var (cpu, watch) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        var result = folder is null
            ? RecordedRun.Run(world)
            : RecordedRun.Run(world, config, new RunIdentity("bench", Build.Version, Build.Commit, config.Hash, config.Config.Run.Seed, Build.Runtime), RunFolder.Create(folder, "bench", replace: true));
        if (result.End.Failure is { } failure) throw new InvalidOperationException("The benchmark's run failed.", failure);
        return new Cost(watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds);
    }

    private static void Show(Terminal terminal, ParseResult parsed, Cost[] bare, Cost[] recorded)
    {
        var (without, with) = (Median(bare), Median(recorded));
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.Json(new JsonObject
            {
                ["wall_s_without"] = without.Wall,
                ["wall_s_with"] = with.Wall,
                ["wall_ratio"] = with.Wall / without.Wall,
                ["cpu_s_without"] = without.Cpu,
                ["cpu_s_with"] = with.Cpu,
                ["cpu_ratio"] = with.Cpu / without.Cpu,
            });
            return;
        }
        terminal.Say(Words($"without a record  {without.Wall:0.00} s, {without.Cpu:0.00} s of processor"));
        terminal.Say(Words($"with its record   {with.Wall:0.00} s, {with.Cpu:0.00} s of processor"));
        terminal.Say(Words($"ratio             {with.Wall / without.Wall:0.000} of time, {with.Cpu / without.Cpu:0.000} of processor (medians of {bare.Length})"));
    }

    private static Cost Median(Cost[] costs) => new(Middle([.. costs.Select(cost => cost.Wall).Order()]), Middle([.. costs.Select(cost => cost.Cpu).Order()]));

    private static double Middle(double[] ascending) => (ascending[(ascending.Length - 1) / 2] + ascending[ascending.Length / 2]) / 2;

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Cost(double Wall, double Cpu);
}
