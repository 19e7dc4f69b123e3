using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dtao.Agents.Running;
using Dtao.Cli.Screen;
using Dtao.Hocon;
using Dtao.Sweeps.Comparing;
using Dtao.Sweeps.Folders;
using Dtao.Sweeps.Metrics;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Workers;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao what-if</c>: a run without some settings and with them, under the same seeds. It is a sweep of two points, and can be treated as one.</summary>
internal sealed class WhatIfVerb(Terminal terminal, RunParts parts, CancellationToken stop, ParseResult parsed)
{
    private const int MostSeeds = 100_000, LongestStem = 40;

    private static readonly Option<string[]> Both = new("--both") { Description = "A setting of both runs of a pair.", HelpName = "key=value", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
    private static readonly Option<int> Seeds = new("--seeds") { Description = "Pairs of runs, 2 or more.", HelpName = "N", DefaultValueFactory = _ => 16 };
    private static readonly Option<string[]> Metric = new("--metric") { Description = "What is compared, the chief one first: pump-multiple, price-sum:final (min, max, mean, 10 days), pump, worst-24h<=-80%. dtao measure --list has the names.", HelpName = "METRIC", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
    private static readonly Option<string?> Name = new("--name") { Description = "Name of the folder. Default: the run's name, and a number of the question's own." };

    private readonly Telling telling = Telling.Of(parsed);

    public static Command Command(Terminal terminal, RunParts parts, CancellationToken stop)
    {
        var command = new Command("what-if", "Tells what settings change: runs without them and with them under the same seeds, and the differences with their intervals.")
        {
            CommonOptions.File, CommonOptions.Config, CommonOptions.Set, Both, Seeds, Metric, CommonOptions.Seed, Name, SweepVerb.Out,
            CommonOptions.Strategies, CommonOptions.DryRun, CommonOptions.Quiet, CommonOptions.Verbose, CommonOptions.Json,
        };
        SweepOptions.AddTo(command);
        command.SetAction(parsed => (int)new WhatIfVerb(terminal, parts, stop, parsed).Execute());
        return command;
    }

    private ExitCode Execute()
    {
        var (maxFailures, jobs) = (SweepOptions.MaxFailuresOf(parsed), SweepOptions.JobsOf(parsed)); // A wrong word is told before a wrong setting.
        var diagnostics = new DiagnosticBag();
        var plan = SweepFile.Read(file: null, diagnostics, Layers());
        if (terminal.Refusal(diagnostics, telling.Json) is { } refused) return refused;
        var points = plan.Points;
        var configs = PlanConfigs.Of(plan, points, parts.With(plan.Strategies).Strategies);
        if (terminal.Refusal(configs.Diagnostics, telling.Json) is { } wrong) return wrong;
        if (parsed.GetValue(CommonOptions.DryRun)) return new SweepEstimate(terminal, telling, plan, points, jobs).Show(parsed);
        using var folder = Folder(plan, configs.Hash);
        var end = new SweepExecution(terminal, telling, folder, plan, configs.Hash, SweepOptions.CrewOf(parsed, folder.Path), maxFailures)
            .Finish(points, retriesFailed: false, parsed.GetValue(CommonOptions.Quiet), stop);
        return Tell(folder, plan, end);
    }

    private ExitCode Tell(SweepFolder folder, SweepPlan plan, SweepProgress end)
    {
        if (end.Done < end.All) terminal.Note($"{(stop.IsCancellationRequested ? "Interrupted" : "Stopped, since too many runs failed")}; what is done is kept. To go on: {telling.Command.Again}");
        else if (end.DoneNow == 0) terminal.Note($"Nothing was run: all of it is in {folder.Path}. Remove the folder to run it anew.");
        if (end.Failed > 0) terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{end.Failed} of {end.All} runs failed, and their pairs are left out; why: {folder.PathOf(SweepLayout.Failed)}"));
        var answer = WhatIf.Of(folder.PathOf(SweepLayout.Database), plan.Metrics);
        if (answer.Pairs > 0) new WhatIfTable(answer, plan, folder).Show(terminal, telling.Json);
        return stop.IsCancellationRequested ? ExitCode.Interrupted : end.Failed > 0 ? ExitCode.SomeRunsFailed : ExitCode.Done;
    }

    /// <summary>The question as a sweep file says it.</summary>
    private List<string> Layers()
    {
        var run = BaseOf();
        var given = parsed.GetValue(CommonOptions.Set) is { Length: > 0 } set ? set : throw new UsageError("Say what is to differ: -s key=value.");
        var seeds = parsed.GetValue(Seeds) is >= 2 and <= MostSeeds and var pairs ? pairs : throw new UsageError(FormattableString.Invariant($"--seeds must be from 2 to {MostSeeds}."));
        return
        [
            $"base={HoconPrinter.Write(File.Exists(run) ? Path.GetFullPath(run) : run)}",
            $"question={HoconPrinter.Write($"What if {string.Join(", ", given)}?")}",
            string.Create(CultureInfo.InvariantCulture, $"replicates={seeds}"),
            "variants.without={}",
            .. given.Select(setting => SweepVerb.Below("variants.with", setting, "-s")),
            .. (parsed.GetValue(Both) ?? []).Select(setting => SweepVerb.Below("set", setting, "--both")),
            .. Metrics(),
            .. parsed.GetValue(CommonOptions.Seed) is { } seed ? [string.Create(CultureInfo.InvariantCulture, $"seed={seed}")] : Array.Empty<string>(),
            .. parsed.GetValue(CommonOptions.Strategies) is { Length: > 0 } dlls ? [$"strategies=[{string.Join(", ", dlls.Select(dll => HoconPrinter.Write(Path.GetFullPath(dll))))}]"] : Array.Empty<string>(),
        ];
    }

    private string BaseOf() => (parsed.GetValue(CommonOptions.File), parsed.GetValue(CommonOptions.Config)) switch
    {
        ({ } file, null) => file,
        (null, { } config) => config,
        ({ } file, { } config) => throw new UsageError($"There are two run files, {file} and --config {config}: name one."),
        _ => throw new UsageError("Name a run file, or a run that comes with the program."),
    };

    private IReadOnlyList<string> Metrics()
    {
        try
        {
            return MetricWords.Settings(parsed.GetValue(Metric) ?? []);
        }
        catch (FormatException wrong)
        {
            throw new UsageError($"--metric {wrong.Message}");
        }
    }

    /// <summary>A question has a folder of its own; who asks it again of the same program goes on there.</summary>
    private SweepFolder Folder(SweepPlan plan, string hash)
    {
        var (root, name) = (parsed.GetValue(SweepVerb.Out)!, parsed.GetValue(Name) ?? NameOf(plan, hash));
        if (Path.Combine(root, name) is var path && SweepLayout.IsSweep(path)) return SweepFolder.Open(path);
        var folder = SweepFolder.Create(root, name);
        folder.Put(SweepLayout.Plan, plan.Text);
        return folder;
    }

    private static string NameOf(SweepPlan plan, string hash)
    {
        var own = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{hash} {Build.Version} {Build.Commit}")));
        var stem = Path.GetFileNameWithoutExtension(plan.Base);
        return $"what-if-{stem[..Math.Min(stem.Length, LongestStem)]}-{own[..8]}";
    }
}
