using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Agents.Configuration;
using Dtao.Cli.Screen;
using Dtao.Hocon;
using Dtao.Strategies.Catalogue;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao strategies</c>: what agents can want, with every knob.</summary>
internal static class StrategiesVerb
{
    private static readonly Lazy<ConfigObject> Defaults = new(() => LoadedConfig.Load(ConfigInput.Of(null), StrategyCatalogue.BuiltIn()).Tree.Root);
    private static readonly Argument<string?> Name = new("NAME") { Description = "Only this one, with its knobs.", Arity = ArgumentArity.ZeroOrOne };

    public static Command Command(Terminal terminal, StrategyCatalogue catalogue)
    {
        var command = new Command("strategies", "Lists the strategies, or one with its knobs.") { Name, CommonOptions.Json };
        command.SetAction(parsed => (int)Execute(parsed, terminal, catalogue));
        return command;
    }

    private static ExitCode Execute(ParseResult parsed, Terminal terminal, StrategyCatalogue catalogue)
    {
        var name = parsed.GetValue(Name);
        if (name is not null && catalogue.Find(name) is null)
            throw new UsageError($"There is no strategy {name}. Known: {string.Join(", ", catalogue.Entries.Select(e => e.Name))}.");
        var shown = catalogue.Entries.Where(entry => name is null || entry.Name == name).ToArray();
        if (parsed.GetValue(CommonOptions.Json)) terminal.Json(new JsonArray([.. shown.Select(Json)]));
        else if (name is null) terminal.Table(["strategy", "role", "rule"], shown.Select(e => (string[])[e.Name, RoleOf(e), e.About.Rule]));
        else Say(terminal, shown[0]);
        return ExitCode.Done;
    }

    private static void Say(Terminal terminal, StrategyEntry entry)
    {
        terminal.Say($"{entry.Name} ({RoleOf(entry)}): {entry.About.Rule}");
        terminal.Say($"Source: {entry.About.Source}");
        terminal.Table(["knob", "default", "unit", "range", "meaning"], entry.Knobs.Select(knob => (string[])[knob.Key, DefaultOf(entry, knob), UnitOf(knob), RangeOf(knob), knob.About.Meaning]));
    }

    private static string RoleOf(StrategyEntry entry) => entry.About.Role.ToString().ToLowerInvariant();

    private static JsonObject Json(StrategyEntry entry) => new()
    {
        ["name"] = entry.Name,
        ["role"] = RoleOf(entry),
        ["rule"] = entry.About.Rule,
        ["source"] = entry.About.Source,
        ["knobs"] = new JsonArray([.. entry.Knobs.Select(knob => new JsonObject
        {
            ["key"] = knob.Key,
            ["default"] = DefaultOf(entry, knob),
            ["unit"] = UnitOf(knob),
            ["range"] = RangeOf(knob),
            ["meaning"] = knob.About.Meaning,
        })]),
    };

    /// <summary>As reference.conf writes it; empty where every cohort must give it.</summary>
    private static string DefaultOf(StrategyEntry entry, Knob knob) =>
        Defaults.Value.Find($"strategies.{entry.Name}.{knob.Key}") is { } value ? (value as ConfigScalar)?.Text ?? JsonPrinter.Print(value) : "";

    private static string UnitOf(Knob knob) => knob.About.Unit.ToString().ToLowerInvariant();

    private static string RangeOf(Knob knob) => (double.IsFinite(knob.About.AtLeast), double.IsFinite(knob.About.AtMost)) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"{knob.About.AtLeast} to {knob.About.AtMost}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"from {knob.About.AtLeast}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"to {knob.About.AtMost}"),
        _ => "any",
    };
}
