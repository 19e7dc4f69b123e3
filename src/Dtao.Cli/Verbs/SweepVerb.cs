using System.CommandLine;
using System.Globalization;
using Dtao.Cli.Screen;
using Dtao.Hocon;
using Dtao.Sweeps.Folders;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Workers;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao sweep</c>: a run under many settings and seeds.</summary>
internal sealed class SweepVerb(Terminal terminal, RunParts parts, CancellationToken stop, ParseResult parsed)
{
    private static readonly Argument<string?> File = new("FILE") { Description = "Sweep file, or the name of a shipped sweep; none where -c and --vary say all.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Base = new("--config", "-c") { Description = "The run that is varied, in place of base.", HelpName = "FILE" };
    private static readonly Option<string[]> Vary = new("--vary") { Description = "A setting that is varied: a.b=[1, 2], a.b={ range = [0, 1, 0.1] }, { log = [1, 100, 5] } or { lhs = [0, 1] }.", HelpName = "key=values", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
    private static readonly Option<int?> Replicates = new("--replicates") { Description = "Runs a point.", HelpName = "R" };
    private static readonly Option<int?> Points = new("--points") { Description = "Points of a design that samples; walks of a Morris design, base samples of Saltelli's.", HelpName = "N" };
    private static readonly Option<bool> Independent = new("--independent-seeds") { Description = "Every run has a seed of its own. Else a replicate has the same one at all points, so that they differ by their settings alone." };
    private static readonly Option<string?> Name = new("--name") { Description = "Name of the sweep's folder. Default: the file's name." };
    private static readonly Option<string> Runs = new("--runs") { Description = "Folder below which runs lie that genesis.from names.", HelpName = "DIR", DefaultValueFactory = _ => "runs" };

    /// <summary>Where sweeps are written.</summary>
    public static Option<string> Out { get; } = new("--out", "-o") { Description = "Folder below which sweep folders are written.", HelpName = "DIR", DefaultValueFactory = _ => "sweeps" };

    private readonly Telling telling = Telling.Of(parsed);

    public static Command Command(Terminal terminal, RunParts parts, CancellationToken stop)
    {
        var command = new Command("sweep", "Runs a configuration under many settings and seeds, several at a time.")
        {
            File, Base, CommonOptions.Set, Vary, Replicates, Points, Independent, CommonOptions.Seed, Name, Out, Runs,
            CommonOptions.Strategies, CommonOptions.DryRun, CommonOptions.Quiet, CommonOptions.Verbose, CommonOptions.Json,
        };
        SweepOptions.AddTo(command);
        command.SetAction(parsed => (int)new SweepVerb(terminal, parts, stop, parsed).Execute());
        return command;
    }

    private ExitCode Execute()
    {
        var maxFailures = SweepOptions.MaxFailuresOf(parsed);
        var file = parsed.GetValue(File) is { } given ? SweepFile.Find(given) : parsed.GetValue(Base) is not null ? null : throw new UsageError("Name a sweep file, or a run with -c and what to --vary.");
        var diagnostics = new DiagnosticBag();
        var plan = SweepFile.Read(file, diagnostics, Layers());
        if (terminal.Refusal(diagnostics, telling.Json) is { } refused) return refused;
        var points = plan.Points;
        var configs = PlanConfigs.Of(plan, points, parts.With(plan.Strategies).Strategies);
        if (terminal.Refusal(configs.Diagnostics, telling.Json) is { } wrong) return wrong;
        if (parsed.GetValue(CommonOptions.DryRun)) return new SweepEstimate(terminal, telling, plan, points, SweepOptions.JobsOf(parsed)).Show(parsed);
        var (root, name) = (Path.GetFullPath(parsed.GetValue(Out)!), parsed.GetValue(Name) ?? Path.GetFileNameWithoutExtension(file ?? parsed.GetValue(Base)!));
        var crew = SweepOptions.CrewOf(parsed, Path.Combine(root, name));
        using var folder = SweepFolder.Create(root, name);
        folder.Put(SweepLayout.Plan, plan.Text);
        return new SweepExecution(terminal, telling, folder, plan, configs.Hash, crew, maxFailures)
            .Run(points, retriesFailed: false, parsed.GetValue(CommonOptions.Quiet), stop);
    }

    /// <summary>The command line as settings over the sweep file.</summary>
    private List<string> Layers()
    {
        var layers = new List<string>();
        if (parsed.GetValue(Base) is { } run) layers.Add($"base={HoconPrinter.Write(System.IO.File.Exists(run) ? Path.GetFullPath(run) : run)}");
        foreach (var varied in parsed.GetValue(Vary) ?? []) layers.Add(Below("vary", varied, "--vary"));
        foreach (var setting in parsed.GetValue(CommonOptions.Set) ?? []) layers.Add(Below("set", setting, "-s"));
        if (parsed.GetValue(Replicates) is { } replicates) layers.Add(string.Create(CultureInfo.InvariantCulture, $"replicates={replicates}"));
        if (parsed.GetValue(Points) is { } points) layers.Add(string.Create(CultureInfo.InvariantCulture, $"points={points}"));
        if (parsed.GetValue(CommonOptions.Seed) is { } seed) layers.Add(string.Create(CultureInfo.InvariantCulture, $"seed={seed}"));
        if (parsed.GetValue(Independent)) layers.Add("independent-seeds=true");
        if (parsed.GetResult(Runs) is { Implicit: false }) layers.Add($"runs={HoconPrinter.Write(Path.GetFullPath(parsed.GetValue(Runs)!))}");
        if (parsed.GetValue(CommonOptions.Strategies) is { Length: > 0 } dlls) layers.Add($"strategies=[{string.Join(", ", dlls.Select(dll => HoconPrinter.Write(Path.GetFullPath(dll))))}]");
        return layers;
    }

    /// <summary>The path of a setting is one name below <c>vary</c> and <c>set</c>.</summary>
    internal static string Below(string section, string setting, string flag)
    {
        var at = setting.IndexOf('=', StringComparison.Ordinal);
        if (at < 1) throw new UsageError($"{flag} {setting}: write {flag} key=value.");
        return $"{section}.\"{setting[..at].Trim()}\"={setting[(at + 1)..]}";
    }
}
