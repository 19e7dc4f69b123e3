using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Sweeps.Database;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao status</c>: how far a sweep has come, whoever is at work on it.</summary>
internal static class StatusVerb
{
    public static Command Command(Terminal terminal)
    {
        var command = new Command("status", "Says how far a sweep has come.") { SweepArgument.Sweep, CommonOptions.Json };
        command.SetAction(parsed => (int)Show(terminal, SweepArgument.Folder(parsed), parsed.GetValue(CommonOptions.Json)));
        return command;
    }

    private static ExitCode Show(Terminal terminal, string folder, bool json)
    {
        var status = SweepStatus.Of(folder);
        if (json) terminal.Json(Json(folder, status));
        else Say(terminal, folder, status);
        return ExitCode.Done;
    }

    private static void Say(Terminal terminal, string folder, SweepStatus status)
    {
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{folder}: {status.Done} of {status.Wanted} runs done, {status.Failed} failed, {status.Left} left{Needless(status)}; {State(status)}"));
        if (status.IsHeld && status.TimeLeft is { } left) terminal.Say(string.Create(CultureInfo.InvariantCulture, $"About {(long)left.TotalHours:00}:{left:mm\\:ss} left, at {status.SecondsARun:0.0} s a run."));
        foreach (var (kind, count) in status.Failures) terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{count} failed: {kind}"));
        if (!status.IsHeld && (status.Left > 0 || !status.IsBegun)) terminal.Say($"To go on: {new CommandWords(["resume", folder]).Again}");
    }

    private static string State(SweepStatus status) => status.IsHeld ? "at work." : !status.IsBegun ? "not begun." : status.Left > 0 ? "nobody is at work on it." : "finished.";

    private static string Needless(SweepStatus status) => status.Needless > 0 ? string.Create(CultureInfo.InvariantCulture, $", {status.Needless} no longer wanted") : "";

    private static JsonObject Json(string folder, SweepStatus status) => new()
    {
        ["folder"] = folder,
        ["runs"] = status.Wanted,
        ["done"] = status.Done,
        ["failed"] = status.Failed,
        ["left"] = status.Left,
        ["needless"] = status.Needless,
        ["at_work"] = status.IsHeld,
        ["seconds_left"] = status.TimeLeft?.TotalSeconds,
        ["failures"] = new JsonObject([.. status.Failures.Select(failure => KeyValuePair.Create(failure.Kind, (JsonNode?)failure.Count))]),
    };
}
