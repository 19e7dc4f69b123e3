using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Records.Folders;
using Dtao.Sweeps.Database;
using Dtao.Sweeps.Folders;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Workers;

namespace Dtao.Cli.Verbs;

/// <summary>A sweep's runs from where it stands to their end, and what is said of it.</summary>
/// <param name="folder">Held by this process.</param>
internal sealed class SweepExecution(Terminal terminal, Telling telling, SweepFolder folder, SweepPlan plan, string hash, ICrew crew, int? maxFailures)
{
    private string Name => Path.GetFileName(folder.Path);

    /// <inheritdoc cref="Finish"/>
    public ExitCode Run(IReadOnlyList<SweepPoint> points, bool retriesFailed, bool isQuiet, CancellationToken stop) =>
        Tell(Finish(points, retriesFailed, isQuiet, stop), stop.IsCancellationRequested);

    /// <summary>The runs alone, without a word of what came of them.</summary>
    /// <param name="retriesFailed">Whether failed runs are run again.</param>
    public SweepProgress Finish(IReadOnlyList<SweepPoint> points, bool retriesFailed, bool isQuiet, CancellationToken stop)
    {
        var line = new SweepLine(terminal, isQuiet || telling.Json);
        try
        {
            using var database = SweepDatabase.Open(folder.PathOf(SweepLayout.Database), Name, plan, hash, points);
            if (retriesFailed) database.ForgetFailures();
            return new Sweep(folder, database, crew, Again, plan.StopWhen, maxFailures).Run([.. plan.Runs], stop, line.Show);
        }
        catch (RecordingFailed)
        {
            terminal.Note($"What is done is kept. Once there is room again: {Resume}");
            throw;
        }
        finally
        {
            line.End();
        }
    }

    private string Resume => new CommandWords(["resume", folder.Path]).Again;

    private ExitCode Tell(SweepProgress end, bool isInterrupted)
    {
        if (telling.Json) terminal.Json(new JsonObject { ["folder"] = folder.Path, ["runs"] = end.All, ["done"] = end.Done - end.Failed, ["failed"] = end.Failed });
        else Say(end);
        if (end.Done < end.All) terminal.Note($"{(isInterrupted ? "Interrupted" : "Stopped, since too many runs failed")}; what is done is kept. To go on: {Resume}");
        return isInterrupted ? ExitCode.Interrupted : end.Failed > 0 ? ExitCode.SomeRunsFailed : ExitCode.Done;
    }

    private void Say(SweepProgress end)
    {
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{end.Done} of {end.All} runs, {end.Failed} failed{(end.Failed > 0 ? $"; why: {folder.PathOf(SweepLayout.Failed)}" : "")}."));
        terminal.Say($"Results: {folder.PathOf(SweepLayout.Database)}; on one page: {new CommandWords(["report", folder.Path]).Again}");
    }

    private string Again(SweepRun run) => new CommandWords(
    [
        RunVerb.Verb, plan.Base, .. run.Settings.SelectMany(setting => (string[])["-s", setting]), .. plan.Strategies.SelectMany(dll => (string[])["--strategies", dll]),
        .. plan.EarlierRuns == Path.GetFullPath("runs") ? Array.Empty<string>() : ["-o", plan.EarlierRuns], "--name", $"{Name}-{RunTask.NameOf(run)}"[..Math.Min(RunName.MaxLength, Name.Length + 1 + RunTask.NameOf(run).Length)],
    ]).Again;
}
