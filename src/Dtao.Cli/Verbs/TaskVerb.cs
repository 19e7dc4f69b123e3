using System.CommandLine;
using Dtao.Hocon;
using Dtao.Sweeps.Folders;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Slurm;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao task</c>: one task of a job array, on a node of a cluster; nobody types it.</summary>
internal static class TaskVerb
{
    public const string Verb = "task";

    private static readonly Argument<string> Batch = new("BATCH");
    private static readonly Argument<int> Number = new("NUMBER");

    public static Command Command()
    {
        var command = new Command(Verb, "Serves a task of a sweep on a cluster.") { Batch, Number, SweepOptions.Keep, SweepOptions.Memory };
        command.Hidden = true;
        command.SetAction(Serve);
        return command;
    }

    private static int Serve(ParseResult parsed)
    {
        var batch = new SlurmFolder(parsed.GetValue(Batch)!);
        var plan = SweepFile.Read(Path.Combine(batch.Sweep, SweepLayout.Plan), new DiagnosticBag());
        var work = Directory.CreateTempSubdirectory("dtao-task-").FullName;
        SlurmTask.Do(batch, parsed.GetValue(Number), plan, SweepOptions.WorkersOf(parsed, batch.Sweep, jobs: 1), work);
        return (int)ExitCode.Done;
    }
}
