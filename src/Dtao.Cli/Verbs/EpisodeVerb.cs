using System.CommandLine;
using Dtao.Cli.Screen;
using Dtao.Protocol.Units;
using Dtao.Sweeps.Episodes;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao episode</c>: how the taken-over subnet rose and fell, ensemble by ensemble, and how that differs from the first one named.</summary>
internal sealed class EpisodeVerb(Terminal terminal, ParseResult parsed)
{
    private static readonly Argument<string[]> Ensembles = new("ENSEMBLE")
    {
        Description = "Ensembles or run folders; the others are held against the first, seed by seed. Where the foundation said nothing, falls count from the block at which it spoke in the first.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Command(Terminal terminal)
    {
        var command = new Command("episode", "Tells how the taken-over subnet rose and fell, and compares ensembles seed by seed.") { Ensembles, CommonOptions.Jobs, CommonOptions.Json };
        command.SetAction(parsed => (int)new EpisodeVerb(terminal, parsed).Execute());
        return command;
    }

    private ExitCode Execute()
    {
        var named = parsed.GetValue(Ensembles)!.Select(name => (Name: name, Runs: RunList.Of([name]))).ToArray();
        foreach (var (name, runs) in named)
            if (runs.Finished.Count == 0) throw new UsageError($"No run of {name} is finished.");
        var left = named.SelectMany(ensemble => ensemble.Runs.Left).ToArray();
        foreach (var run in left) terminal.Note($"{run} is not finished and was left out.");
        var first = Read(named[0].Runs, _ => null);
        var turns = TurnsOf(first, named[0].Name);
        var all = named.Select((ensemble, i) => EpisodeComparison.Of(NameOf(ensemble.Name), i == 0 ? first : Read(ensemble.Runs, seed => turns.GetValueOrDefault(seed)), first)).ToArray();
        if (parsed.GetValue(CommonOptions.Json)) terminal.Json(EpisodeTable.Json(all));
        else EpisodeTable.Show(terminal, all);
        return left.Length > 0 ? ExitCode.SomeRunsFailed : ExitCode.Done;
    }

    /// <summary>When the foundation spoke, by seed.</summary>
    private static Dictionary<ulong, Block?> TurnsOf(IReadOnlyList<EpisodeRun> first, string name) =>
        first.Select(run => run.Seed).Distinct().Count() == first.Count
            ? first.ToDictionary(run => run.Seed, run => run.Announcement)
            : throw new UsageError($"{name} has two runs of the same seed.");

    private IReadOnlyList<EpisodeRun> Read(RunList runs, Func<ulong, Block?> turn) =>
        runs.Read(parsed.JobsOf(), run => EpisodeRun.Of(run, turn(run.Manifest()!.Identity.Seed)));

    private static string NameOf(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
}
