using System.CommandLine;
using System.Text.Json.Nodes;
using Dtao.Agents.Configuration;
using Dtao.Agents.Configuration.Explaining;
using Dtao.Cli.Screen;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao explain KEY</c>: what a key is, its value, and every place that gave it one.</summary>
internal sealed class ExplainVerb(Terminal terminal, LoadedConfig config, Reference reference)
{
    private static readonly Argument<string> Key = new("KEY") { Description = "A key, such as run.seed or cohorts.momentum.knobs.threshold; or a section, to list its keys." };

    private readonly EffectiveKeys keys = new(config);

    public static Command Command(Terminal terminal, RunParts parts)
    {
        var command = new Command("explain", "Says what a key is, its value, where that comes from, and what it overrode.")
        {
            Key, CommonOptions.File, CommonOptions.Config, CommonOptions.Set, CommonOptions.Seed, CommonOptions.Strategies, CommonOptions.Json,
        };
        command.SetAction(parsed => (int)Execute(parsed, terminal, parts.With(parsed)));
        return command;
    }

    /// <summary>What is wrong with a configuration is told behind the explanation, since that is often why one asks.</summary>
    private static ExitCode Execute(ParseResult parsed, Terminal terminal, RunParts parts)
    {
        var (path, json) = (parsed.GetValue(Key)!, parsed.GetValue(CommonOptions.Json));
        var config = LoadedConfig.Load(parsed.ConfigOf(parsed.GetValue(CommonOptions.File)), parts.Strategies);
        if (config.HasErrors && json && terminal.Refusal(config.Diagnostics, json) is { } asJson) return asJson;
        var isTold = new ExplainVerb(terminal, config, new Reference(parts.Strategies)).Explain(path, json);
        if (terminal.Refusal(config.Diagnostics, json) is { } refused) return refused;
        return isTold ? ExitCode.Done : throw new UsageError(Unknown(config, path));
    }

    private bool Explain(string path, bool json)
    {
        var shown = keys.At(path);
        if (shown.Count == 0) return false;
        if (json) terminal.Json(shown.Count == 1 && shown[0].Key == path ? KeyJson.Of(shown[0], reference, config.Keys) : new JsonArray([.. shown.Select(key => KeyJson.Of(key, reference, config.Keys))]));
        else if (shown[0].Key == path) Say(shown[0]);
        else terminal.Table(["key", "value", "from"], shown.Select(key => (string[])[key.Key, key.Text, key.Assignments[0].Place]));
        return true;
    }

    private void Say(EffectiveKey key)
    {
        var elsewhere = config.Keys.ElsewhereOf(key.Key);
        terminal.Say($"{key.Key} = {key.Text}");
        terminal.Say(key.Nature.ToString());
        if (reference.Documentation(key.Key, elsewhere) is { } documentation) terminal.Say(documentation);
        if (elsewhere is not null) terminal.Say($"Where it is left out, {elsewhere} counts.");
        terminal.Say(reference.Default(key.Key, elsewhere) is { } known ? $"Default: {known.Text}" : "It has no default.");
        terminal.Table(["", "", ""], key.Assignments.Select((each, i) => (string[])[i == 0 ? "in effect" : "overridden", each.Written, each.Place]), isHeaded: false);
    }

    private static string Unknown(LoadedConfig config, string path)
    {
        var meant = KeyPaths.Nearest(config.Keys, path);
        if (meant is not null && meant != path) return $"There is no key {path}: did you mean {meant}?";
        var section = KeyPaths.KnownPart(config.Keys, path);
        return $"There is no key {path}. Known{(section.Length == 0 ? "" : " in " + section)}: {string.Join(", ", KeyPaths.Below(config.Keys, section))}.";
    }
}
