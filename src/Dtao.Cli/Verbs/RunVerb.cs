using System.CommandLine;
using System.Globalization;
using Dtao.Agents.Configuration;
using Dtao.Agents.Running;
using Dtao.Cli.Screen;
using Dtao.Sweeps.Ensembles;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao run</c>: one run, or one for each of many seeds.</summary>
internal sealed class RunVerb(Terminal terminal, RunParts parts, CancellationToken stop)
{
    public const string Verb = "run", SeedsFlag = "--seeds";

    private static readonly Option<string?> Name = new("--name") { Description = "Name of the run folder. Default: the file's name." };
    private static readonly Option<string?> Seeds = new(SeedsFlag) { Description = "An ensemble: one run for each seed.", HelpName = "A..B" };
    private static readonly Option<bool> Profile = new("--profile") { Description = "Says where the time of a simulated day goes." };
    private static readonly Option<bool> Force = new("--force") { Description = "Replaces a finished run of the same name." };

    public static Command Command(Terminal terminal, RunParts parts, CancellationToken stop)
    {
        var command = new Command(Verb, "Runs a configuration into a run folder.")
        {
            CommonOptions.File, CommonOptions.Config, CommonOptions.Set, CommonOptions.Out, CommonOptions.Jobs, CommonOptions.Seed, Seeds, Name, Force, Profile,
            CommonOptions.Strategies, CommonOptions.DryRun, CommonOptions.Quiet, CommonOptions.Verbose, CommonOptions.Json,
        };
        command.SetAction(parsed => (int)new RunVerb(terminal, parts.With(parsed), stop).Execute(parsed));
        return command;
    }

    private ExitCode Execute(ParseResult parsed)
    {
        var input = parsed.ConfigOf(parsed.GetValue(CommonOptions.File));
        var settings = RunSettings.Of(parsed, parsed.GetValue(Force)) with { Profile = parsed.GetValue(Profile) ? new RunProfile() : null };
        var notes = new RunNotes(terminal, settings.Telling.IsVerbose);
        var config = LoadedConfig.Load(input, parts.Strategies);
        notes.Read(config);
        if (terminal.Refusal(config.Diagnostics, settings.Telling.Json) is { } refused) return refused;
        var name = parsed.GetValue(Name) ?? Path.GetFileNameWithoutExtension(input.File ?? "run");
        var seeds = parsed.GetValue(Seeds) is { } range ? SeedsOf(range) : null;
        if (seeds is not null) DemandNoSeed(input, settings);
        if (parsed.GetValue(CommonOptions.DryRun)) return Show(config, seeds, settings, notes);
        return seeds is not null
            ? RunEnsemble(input, seeds, parsed.JobsOf(), name, settings)
            : new SingleRun(terminal, settings, parts, stop).Execute(config, name);
    }

    private static void DemandNoSeed(ConfigInput input, RunSettings settings)
    {
        if (settings.Profile is not null) throw new UsageError($"--profile is for one run: leave {SeedsFlag} out.");
        if (input.Settings.Any(setting => setting.StartsWith("run.seed", StringComparison.Ordinal))) throw new UsageError($"{SeedsFlag} gives every run its seed: leave the other one out.");
    }

    private ExitCode Show(LoadedConfig config, IReadOnlyList<ulong>? seeds, RunSettings settings, RunNotes notes)
    {
        if (seeds is not null) terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{seeds.Count} runs, with seeds {seeds[0]} to {seeds[^1]}, each like this one:"));
        return CheckVerb.Show(terminal, parts, config, settings.Out, settings.Telling.Json, notes);
    }

    private ExitCode RunEnsemble(ConfigInput input, IReadOnlyList<ulong> seeds, int jobs, string name, RunSettings settings)
    {
        var members = Ensemble.Run(seeds, jobs, seed => Member(input, seed, name, settings));
        return EnsembleTable.Show(terminal, members, settings.Telling);
    }

    private EnsembleMember Member(ConfigInput input, ulong seed, string name, RunSettings settings)
    {
        var of = seed.ToString(CultureInfo.InvariantCulture);
        var member = $"{name}-s{of}";
        if (stop.IsCancellationRequested) return new EnsembleMember(member, seed, Folder: null, Summary: null, new OperationCanceledException("Not begun."));
        var config = LoadedConfig.Load(input with { Settings = [.. input.Settings, $"run.seed={of}"] }, parts.Strategies);
        return new SingleRun(terminal, settings with { Quiet = true, Telling = settings.Telling with { IsVerbose = false } }, parts, stop).Member(config, member);
    }

    private static IReadOnlyList<ulong> SeedsOf(string text) =>
        SeedRange.Parse(text) ?? throw new UsageError($"--seeds {text} is no range of seeds: write 1..32, at most {SeedRange.Most.ToString(CultureInfo.InvariantCulture)} of them.");
}

/// <param name="Out">Folder below which run folders are written.</param>
internal sealed record RunSettings(string Out, bool Force, bool Quiet, Telling Telling)
{
    public static RunSettings Of(ParseResult parsed, bool force) => new(
        parsed.GetValue(CommonOptions.Out)!,
        force,
        parsed.GetValue(CommonOptions.Quiet),
        Telling.Of(parsed));

    /// <summary>Measures where the time goes; null where nobody asked.</summary>
    public RunProfile? Profile { get; init; }
}
