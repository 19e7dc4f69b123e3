using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Agents.Configuration;
using Dtao.Agents.Configuration.Explaining;
using Dtao.Agents.Worlds;
using Dtao.Cli.Screen;
using Dtao.Protocol.Units;
using static System.FormattableString;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao check</c>: validates a configuration, builds its world, and says what it means. Runs nothing.</summary>
internal static class CheckVerb
{
    private static readonly Option<bool> Effective = new("--effective") { Description = "Prints every value as it takes effect, with its origin as a comment, instead of what it means." };

    public static Command Command(Terminal terminal, RunParts parts)
    {
        var command = new Command("check", "Validates a configuration and says what it means.") { CommonOptions.File, CommonOptions.Config, CommonOptions.Set, CommonOptions.Seed, Effective, CommonOptions.Strategies, CommonOptions.Out, CommonOptions.Verbose, CommonOptions.Json };
        command.SetAction(parsed => (int)Execute(parsed, terminal, parts.With(parsed)));
        return command;
    }

    /// <summary>Says what a configuration without errors means.</summary>
    /// <param name="runs">The folder below which earlier runs lie.</param>
    public static ExitCode Show(Terminal terminal, RunParts parts, LoadedConfig config, string runs, bool json, RunNotes notes)
    {
        var world = parts.World(config, runs);
        notes.Built(config, world);
        if (json) terminal.Json(Meaning(config, world));
        else foreach (var line in Lines(config, world)) terminal.Say(line);
        return ExitCode.Done;
    }

    private static ExitCode Execute(ParseResult parsed, Terminal terminal, RunParts parts)
    {
        var telling = Telling.Of(parsed);
        var notes = new RunNotes(terminal, telling.IsVerbose);
        var config = LoadedConfig.Load(parsed.ConfigOf(parsed.GetValue(CommonOptions.File)), parts.Strategies);
        notes.Read(config);
        if (terminal.Refusal(config.Diagnostics, telling.Json) is { } refused) return refused;
        return parsed.GetValue(Effective) ? ShowEffective(terminal, config, telling.Json) : Show(terminal, parts, config, parsed.GetValue(CommonOptions.Out)!, telling.Json, notes);
    }

    private static ExitCode ShowEffective(Terminal terminal, LoadedConfig config, bool json)
    {
        if (json) terminal.Json(new JsonArray([.. new EffectiveKeys(config).All.Select(KeyJson.Short)]));
        else terminal.Say(config.EffectiveText.TrimEnd('\n'));
        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(LoadedConfig config, World world)
    {
        var (run, state) = (config.Config.Run, world.Ledger.State);
        yield return Invariant($"Seed {run.Seed}, blocks {world.Genesis.Height + 1} to {world.LastBlock.Height}: {run.DurationBlocks / (double)Block.PerDay:0.##} days.");
        yield return Invariant($"{state.Subnets.Count} subnets, {state.Issued.Tokens:0} TAO in existence, {state.Root.Stakes.Total.Tokens:0} of it on root.");
        if (config.Config.Genesis is SnapshotGenesis snapshot) yield return Invariant($"Pools, moving prices and root are those of {(snapshot.Ledger is { } ledger ? ledger.From : snapshot.Path)}; who holds the alpha is drawn.");
        if (config.Config.Genesis is SavedGenesis saved) yield return Invariant($"Pools, stakes, owners and neurons are those of {saved.From}; owners, validators and the foundation have accounts there.");
        foreach (var cohort in config.Config.Cohorts) yield return Invariant($"{cohort.Name}: {CountOf(world, cohort)} x {cohort.Strategy.Name} ({cohort.Strategy.About.Role.ToString().ToLowerInvariant()}). {cohort.Strategy.About.Rule}");
        yield return Invariant($"{world.Seats.Count} agents. Config hash {config.Hash}. No errors.");
    }

    private static JsonObject Meaning(LoadedConfig config, World world) => new()
    {
        ["seed"] = config.Config.Run.Seed.ToString(CultureInfo.InvariantCulture),
        ["first_block"] = world.Genesis.Height + 1,
        ["last_block"] = world.LastBlock.Height,
        ["subnets"] = world.Ledger.State.Subnets.Count,
        ["issued_rao"] = world.Ledger.State.Issued.Rao.ToString(CultureInfo.InvariantCulture),
        ["agents"] = world.Seats.Count,
        ["cohorts"] = new JsonArray([.. config.Config.Cohorts.Select(c => new JsonObject { ["name"] = c.Name, ["strategy"] = c.Strategy.Name, ["count"] = CountOf(world, c) })]),
        ["config_hash"] = config.Hash,
    };

    private static int CountOf(World world, CohortSection cohort) => world.Seats.Count(seat => seat.Id.Cohort == cohort.Name);
}
