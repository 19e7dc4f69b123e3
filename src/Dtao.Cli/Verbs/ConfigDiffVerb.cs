using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Agents.Configuration.Explaining;
using Dtao.Cli.Screen;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao config diff A B</c>: which keys take effect with another value, and where each value comes from.</summary>
internal sealed class ConfigDiffVerb(Terminal terminal, RunParts parts, ParseResult parsed)
{
    private static readonly Argument<string> A = new("A") { Description = "Run file, the name of a shipped run, or a run folder." };
    private static readonly Argument<string> B = new("B") { Description = "Another one." };

    private readonly bool json = parsed.GetValue(CommonOptions.Json);

    public static Command Command(Terminal terminal, RunParts parts)
    {
        var command = new Command("diff", "Compares two configurations by the values that take effect: 50% is 0.5. Exit 6 when they differ.") { A, B, CommonOptions.Strategies, CommonOptions.Json };
        command.SetAction(parsed => (int)new ConfigDiffVerb(terminal, parts.With(parsed), parsed).Execute());
        return command;
    }

    private ExitCode Execute()
    {
        var (a, b) = (EffectiveConfig.Of(parsed.GetValue(A)!, parts), EffectiveConfig.Of(parsed.GetValue(B)!, parts));
        if ((terminal.Refusal(a.Diagnostics, json) ?? terminal.Refusal(b.Diagnostics, json)) is { } refused) return refused;
        var differences = ConfigDifference.Between(a, b);
        if (json) terminal.Json(new JsonObject { ["differences"] = new JsonArray([.. differences.Select(Json)]) });
        else foreach (var difference in differences) Say(difference);
        if (!json) terminal.Say(differences.Count == 0 ? "No difference takes effect." : differences.Count.ToString(CultureInfo.InvariantCulture) + (differences.Count == 1 ? " difference." : " differences."));
        return differences.Count == 0 ? ExitCode.Done : ExitCode.NotReproduced;
    }

    private void Say(ConfigDifference difference)
    {
        terminal.Say(difference.Key);
        terminal.Table(["", "", ""], [["  A", .. Cells(difference.A)], ["  B", .. Cells(difference.B)]], isHeaded: false);
    }

    private static string[] Cells(ConfigSide side) => [side.Value ?? "none", side.From ?? ""];

    private static JsonObject Json(ConfigDifference difference) => new() { ["key"] = difference.Key, ["a"] = Json(difference.A), ["b"] = Json(difference.B) };

    private static JsonObject Json(ConfigSide side) => new() { ["value"] = side.Value, ["from"] = side.From };
}
