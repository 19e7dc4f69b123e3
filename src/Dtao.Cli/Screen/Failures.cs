using System.Text.Json.Nodes;
using Dtao.Agents.Running;
using Dtao.Hocon;
using Dtao.Records.Folders;

namespace Dtao.Cli.Screen;

/// <summary>Tells of a failure, in words or as JSON, and gives its exit code.</summary>
internal static class Failures
{
    public static ExitCode Tell(this Terminal terminal, Exception failure, bool json)
    {
        var code = ExitCodes.Of(failure);
        if (json) terminal.Json(Error(code, Message(failure)));
        else terminal.Note(Words(code, failure));
        return code;
    }

    public static ExitCode Tell(this Terminal terminal, DiagnosticBag diagnostics, bool json)
    {
        if (json) terminal.Json(Error(diagnostics));
        else DiagnosticPrinter.Print(terminal.Notices, diagnostics);
        return ExitCode.ConfigInvalid;
    }

    private static string Words(ExitCode code, Exception failure) => failure switch
    {
        InvariantBreach breach => $"An invariant broke: {breach.Message}\nLast outcomes:\n  {string.Join("\n  ", breach.LastEvents)}\nThe same config with -s run.seed={breach.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)} shows it again.",
        _ when code == ExitCode.InternalError => $"Internal error: {failure}",
        _ => Message(failure),
    };

    private static string Message(Exception failure) => failure is RunFolderRefused { Reason: FolderRefusal.Exists } refused
        ? $"{refused.Path} holds a finished run: --force replaces it, --name writes another one."
        : failure.Message;

    private static JsonObject Error(ExitCode code, string message, string? file = null, int? line = null, string? hint = null) => new()
    {
        ["error"] = new JsonObject { ["code"] = (int)code, ["message"] = message, ["file"] = file, ["line"] = line, ["hint"] = hint },
    };

    /// <summary>The first error in the form of all errors, and every diagnostic beside it.</summary>
    private static JsonObject Error(DiagnosticBag diagnostics)
    {
        var all = DiagnosticPrinter.InOrder(diagnostics.ToImmutable());
        var first = all.First(d => d.Severity == Severity.Error);
        var error = Error(ExitCode.ConfigInvalid, first.Message, first.File, first.Line, first.Remedy);
        error["diagnostics"] = new JsonArray([.. all.Select(d => new JsonObject
        {
            ["severity"] = d.Severity.ToString().ToLowerInvariant(),
            ["message"] = d.Message,
            ["file"] = d.File,
            ["line"] = d.Line,
            ["column"] = d.Column,
            ["hint"] = d.Remedy,
        })]);
        return error;
    }
}
