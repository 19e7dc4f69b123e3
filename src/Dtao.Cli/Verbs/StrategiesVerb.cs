using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Strategies.Catalogue;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao strategies</c>: what agents can want, with every knob.</summary>
internal static class StrategiesVerb
{
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
        else foreach (var entry in shown) Say(terminal, entry, withKnobs: name is not null);
        return ExitCode.Done;
    }

    private static void Say(Terminal terminal, StrategyEntry entry, bool withKnobs)
    {
        terminal.Say($"{entry.Name,-18} {entry.About.Role.ToString().ToLowerInvariant(),-11} {entry.About.Rule}");
        if (!withKnobs) return;
        terminal.Say($"  Source: {entry.About.Source}");
        foreach (var knob in entry.Knobs) terminal.Say($"  {knob.Key,-18} {UnitOf(knob),-11} {RangeOf(knob),-14} {knob.About.Meaning}");
    }

    private static JsonObject Json(StrategyEntry entry) => new()
    {
        ["name"] = entry.Name,
        ["role"] = entry.About.Role.ToString().ToLowerInvariant(),
        ["rule"] = entry.About.Rule,
        ["source"] = entry.About.Source,
        ["knobs"] = new JsonArray([.. entry.Knobs.Select(knob => new JsonObject
        {
            ["key"] = knob.Key,
            ["unit"] = UnitOf(knob),
            ["range"] = RangeOf(knob),
            ["meaning"] = knob.About.Meaning,
        })]),
    };

    private static string UnitOf(Knob knob) => knob.About.Unit.ToString().ToLowerInvariant();

    private static string RangeOf(Knob knob) => (double.IsFinite(knob.About.AtLeast), double.IsFinite(knob.About.AtMost)) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"{knob.About.AtLeast} to {knob.About.AtMost}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"from {knob.About.AtLeast}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"to {knob.About.AtMost}"),
        _ => "any",
    };
}
