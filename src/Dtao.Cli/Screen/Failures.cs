using System.Text.Json.Nodes;
using Dtao.Agents.Running;
using Dtao.Agents.Worlds;
using Dtao.Hocon;
using Dtao.Records.Folders;

namespace Dtao.Cli.Screen;

/// <summary>Tells of a failure, in words or as JSON, and gives its exit code.</summary>
internal static class Failures
{
    public static ExitCode Tell(this Terminal terminal, Exception failure, Telling telling)
    {
        var code = ExitCodes.Of(failure);
        if (telling.Json) terminal.Json(Error(code, failure, telling.Command));
        else terminal.Note(Words(code, failure, telling.Command));
        new RunNotes(terminal, telling.IsVerbose).Failed(failure);
        return code;
    }

    /// <summary>Tells what is wrong with a configuration; of one without errors its warnings alone, beside the data.</summary>
    /// <returns>The exit code of a configuration with errors; null where one can go on.</returns>
    public static ExitCode? Refusal(this Terminal terminal, DiagnosticBag diagnostics, bool json)
    {
        if (diagnostics.HasErrors) return terminal.Tell(diagnostics, json);
        DiagnosticPrinter.Print(terminal.Notices, diagnostics);
        return null;
    }

    private static ExitCode Tell(this Terminal terminal, DiagnosticBag diagnostics, bool json)
    {
        if (json) terminal.Json(Error(diagnostics));
        else DiagnosticPrinter.Print(terminal.Notices, diagnostics);
        return ExitCode.ConfigInvalid;
    }

    private static string Words(ExitCode code, Exception failure, CommandWords command) => failure switch
    {
        InvariantBreach breach => $"An invariant broke: {breach.Message}\nLast outcomes:\n  {string.Join("\n  ", breach.LastEvents)}\nTo see it again: {command.AgainOverItsFolder}",
        WorldImpossible => $"{failure.Message} Nothing was run.",
        _ when code == ExitCode.InternalError => $"Internal error: {failure.GetType().Name}: {failure.Message}\n-v says where it came from.",
        _ => Message(failure),
    };

    private static string Message(Exception failure) => failure is RunFolderRefused { Reason: FolderRefusal.Exists } refused
        ? $"{refused.Path} holds a finished run: --force replaces it, --name writes another one."
        : failure.Message;

    private static JsonObject Error(ExitCode code, Exception failure, CommandWords command)
    {
        if (failure is not InvariantBreach breach) return Error(code, Message(failure));
        var error = Error(code, Message(failure), hint: command.AgainOverItsFolder);
        error["last_outcomes"] = new JsonArray([.. breach.LastEvents.Select(outcome => (JsonNode)outcome)]);
        return error;
    }

    private static JsonObject Error(ExitCode code, string message, string? file = null, int? line = null, string? hint = null) => new()
    {
        ["error"] = new JsonObject { ["code"] = (int)code, ["message"] = message, ["file"] = file, ["line"] = line, ["hint"] = hint },
    };

    /// <summary>The first error in the form of all errors, and every diagnostic beside it.</summary>
    private static JsonObject Error(DiagnosticBag diagnostics)
    {
        var all = DiagnosticPrinter.InOrder(diagnostics.ToImmutable());
        var first = all.First(d => d.Severity == Severity.Error);
        var error = Error(ExitCode.ConfigInvalid, first.Message, first.File, LineOf(first), first.Remedy);
        error["diagnostics"] = new JsonArray([.. all.Select(d => new JsonObject
        {
            ["severity"] = d.Severity.ToString().ToLowerInvariant(),
            ["message"] = d.Message,
            ["file"] = d.File,
            ["line"] = LineOf(d),
            ["column"] = LineOf(d) is null ? null : d.Column,
            ["hint"] = d.Remedy,
        })]);
        return error;
    }

    private static int? LineOf(Diagnostic diagnostic) => diagnostic.Origin.HasLine ? diagnostic.Line : null;
}
