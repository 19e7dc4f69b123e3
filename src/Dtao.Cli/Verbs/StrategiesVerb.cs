using System.CommandLine;
using System.Text.Json.Nodes;
using Dtao.Agents.Configuration;
using Dtao.Agents.Configuration.Explaining;
using Dtao.Cli.Screen;
using Dtao.Strategies.Catalogue;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao strategies</c>: what agents can want; of one of them, every knob and a cohort that works.</summary>
internal sealed class StrategiesVerb(Terminal terminal, StrategyCatalogue catalogue)
{
    private static readonly Argument<string?> Name = new("NAME") { Description = "Only this one, with its knobs and an example.", Arity = ArgumentArity.ZeroOrOne };

    private readonly Reference reference = new(catalogue);

    public static Command Command(Terminal terminal, RunParts parts)
    {
        var command = new Command("strategies", "Lists the strategies, or one with its knobs and an example.") { Name, CommonOptions.Strategies, CommonOptions.Json };
        command.SetAction(parsed => (int)new StrategiesVerb(terminal, parts.With(parsed).Strategies).Execute(parsed));
        return command;
    }

    private ExitCode Execute(ParseResult parsed)
    {
        var name = parsed.GetValue(Name);
        if (name is not null && catalogue.Find(name) is null) throw new UsageError(Unknown(name));
        var shown = catalogue.Entries.Where(entry => name is null || entry.Name == name).ToArray();
        if (parsed.GetValue(CommonOptions.Json)) terminal.Json(new JsonArray([.. shown.Select(Json)]));
        else if (name is null) terminal.Table(["strategy", "role", "rule"], shown.Select(e => (string[])[e.Name, RoleOf(e), e.About.Rule]));
        else Say(shown[0]);
        return ExitCode.Done;
    }

    private string Unknown(string name)
    {
        var known = catalogue.Entries.Select(e => e.Name).ToArray();
        var near = Hocon.Spelling.Nearest(name, known);
        return $"There is no strategy {name}{(near is null ? "" : $": did you mean {near}?")}{(near is null ? "." : "")} Known: {string.Join(", ", known)}.";
    }

    private void Say(StrategyEntry entry)
    {
        terminal.Say($"{entry.Name} ({RoleOf(entry)}): {entry.About.Rule}");
        terminal.Say($"Source: {entry.About.Source}");
        terminal.Table(["knob", "default", "unit", "range", "meaning", "reason and source of the default"], entry.Knobs.Select(knob => (string[])[knob.Key, DefaultOf(entry, knob), UnitOf(knob), RangeOf(knob), knob.About.Meaning, ReasonOf(entry, knob)]));
        terminal.Say("\nAn example, as it can stand in a run file:\n");
        terminal.Say(CohortExample.Of(entry, reference).TrimEnd('\n'));
    }

    private static string RoleOf(StrategyEntry entry) => entry.About.Role.ToString().ToLowerInvariant();

    private JsonObject Json(StrategyEntry entry) => new()
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
            ["reason"] = ReasonOf(entry, knob),
        })]),
        ["example"] = CohortExample.Of(entry, reference),
    };

    /// <summary>As it is written; empty where every cohort must give it.</summary>
    private string DefaultOf(StrategyEntry entry, Knob knob) => reference.Default(PathOf(entry, knob), null)?.Text ?? "";

    private string ReasonOf(StrategyEntry entry, Knob knob) => reference.Default(PathOf(entry, knob), null) is null ? "" : KeyComment.Of(reference.Documentation(PathOf(entry, knob), null) ?? "").Reason;

    private static string PathOf(StrategyEntry entry, Knob knob) => $"strategies.{entry.Name}.{knob.Key}";

    private static string UnitOf(Knob knob) => KnobNature.Of(knob).Unit;

    private static string RangeOf(Knob knob) => KnobNature.Of(knob).Range is { Length: > 0 } range ? range : "any";
}
