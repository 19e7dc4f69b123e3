using System.CommandLine;
using System.Globalization;
using Dtao.Agents.Configuration;
using Dtao.Cli.Screen;
using Dtao.Strategies.Catalogue;
using Dtao.Sweeps.Ensembles;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao run</c>: one run, or one for each of many seeds.</summary>
internal sealed class RunVerb(Terminal terminal, StrategyCatalogue catalogue, CancellationToken stop)
{
    private static readonly Option<string?> Name = new("--name") { Description = "Name of the run folder. Default: the file's name." };
    private static readonly Option<string?> Seeds = new("--seeds") { Description = "An ensemble: one run for each seed.", HelpName = "A..B" };
    private static readonly Option<bool> Force = new("--force") { Description = "Replaces a finished run of the same name." };

    public static Command Command(Terminal terminal, StrategyCatalogue catalogue, CancellationToken stop)
    {
        var command = new Command("run", "Runs a configuration into a run folder.")
        {
            CommonOptions.File, CommonOptions.Config, CommonOptions.Set, CommonOptions.Out, CommonOptions.Jobs, CommonOptions.Seed, Seeds, Name, Force,
            CommonOptions.DryRun, CommonOptions.Quiet, CommonOptions.Json,
        };
        command.SetAction(parsed => (int)new RunVerb(terminal, catalogue, stop).Execute(parsed));
        return command;
    }

    private ExitCode Execute(ParseResult parsed)
    {
        var input = parsed.ConfigOf(parsed.GetValue(CommonOptions.File));
        var settings = RunSettings.Of(parsed, parsed.GetValue(Force));
        var config = LoadedConfig.Load(input, catalogue);
        if (config.HasErrors) return terminal.Tell(config.Diagnostics, settings.Json);
        var name = parsed.GetValue(Name) ?? Path.GetFileNameWithoutExtension(input.File ?? "run");
        if (parsed.GetValue(CommonOptions.DryRun)) return CheckVerb.Show(terminal, config, settings.Json);
        return parsed.GetValue(Seeds) is { } seeds
            ? RunEnsemble(input, SeedsOf(seeds), parsed.GetValue(CommonOptions.Jobs), name, settings)
            : new SingleRun(terminal, settings, stop).Execute(config, name);
    }

    private ExitCode RunEnsemble(ConfigInput input, IReadOnlyList<ulong> seeds, int jobs, string name, RunSettings settings)
    {
        if (jobs is < 1 or > 1024) throw new UsageError("-j must be from 1 to 1024.");
        var members = Ensemble.Run(seeds, jobs, seed => Member(input, seed, name, settings));
        return EnsembleTable.Show(terminal, members, settings.Json);
    }

    private EnsembleMember Member(ConfigInput input, ulong seed, string name, RunSettings settings)
    {
        var of = seed.ToString(CultureInfo.InvariantCulture);
        var member = $"{name}-s{of}";
        if (stop.IsCancellationRequested) return new EnsembleMember(member, Folder: null, Summary: null, new OperationCanceledException("Not begun."));
        var config = LoadedConfig.Load(input with { Settings = [.. input.Settings, $"run.seed={of}"] }, catalogue);
        return new SingleRun(terminal, settings with { Quiet = true }, stop).Member(config, member);
    }

    private static IReadOnlyList<ulong> SeedsOf(string text) =>
        SeedRange.Parse(text) ?? throw new UsageError($"--seeds {text} is no range of seeds: write 1..32, at most {SeedRange.Most.ToString(CultureInfo.InvariantCulture)} of them.");
}

/// <param name="Out">Folder below which run folders are written.</param>
/// <param name="Repeat">The command line that does the same again.</param>
internal sealed record RunSettings(string Out, bool Force, bool Quiet, bool Json, string Repeat)
{
    public static RunSettings Of(ParseResult parsed, bool force) => new(
        parsed.GetValue(CommonOptions.Out)!,
        force,
        parsed.GetValue(CommonOptions.Quiet),
        parsed.GetValue(CommonOptions.Json),
        string.Join(' ', parsed.Tokens.Select(token => Quoted(token.Value)).Prepend("dtao")));

    /// <summary>As a shell takes it for one word.</summary>
    private static string Quoted(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./=:,+".Contains(c, StringComparison.Ordinal)) && word.Length > 0
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
