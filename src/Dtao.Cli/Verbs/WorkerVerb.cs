using System.CommandLine;
using System.Text;
using Dtao.Hocon;
using Dtao.Sweeps.Folders;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Workers;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao worker</c>: serves a sweep's coordinator; nobody types it.</summary>
internal static class WorkerVerb
{
    public const string Verb = "worker";

    private static readonly Argument<string> Folder = new("SWEEP");
    private static readonly Option<string> Work = new("--work") { Required = true };

    public static Command Command(RunParts parts)
    {
        var command = new Command(Verb, "Serves a sweep.") { Folder, Work, SweepOptions.Keep };
        command.Hidden = true;
        command.SetAction(parsed => Serve(parts, parsed));
        return command;
    }

    private static int Serve(RunParts parts, ParseResult parsed)
    {
        // What a strategy prints must not be taken for a row.
        using var rows = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Console.SetOut(Console.Error);
        var folder = parsed.GetValue(Folder)!;
        var plan = SweepFile.Read(Path.Combine(folder, SweepLayout.Plan), new DiagnosticBag());
        Worker.Serve(plan, parts.With(plan.Strategies).Strategies, folder, parsed.GetValue(Work)!, parsed.GetValue(SweepOptions.Keep), Console.In, rows);
        return (int)ExitCode.Done;
    }
}
