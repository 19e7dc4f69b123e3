using System.Diagnostics;
using System.Globalization;
using Dtao.Records.Folders;
using Dtao.Sweeps.Database;
using Dtao.Sweeps.Folders;
using Dtao.Sweeps.Metrics;
using Dtao.Sweeps.Plans;
using Microsoft.Data.Sqlite;

namespace Dtao.Sweeps.Workers;

/// <summary>How far a sweep has come.</summary>
/// <param name="Done">Runs with a row, failed ones among them.</param>
/// <param name="All">Runs that are wanted; fewer than planned once points have been stopped.</param>
/// <param name="DoneNow">Those with a row since this process began.</param>
public sealed record SweepProgress(int Done, int Failed, int All, int DoneNow, TimeSpan Elapsed);

/// <summary>Has a crew run what is left of a plan, and writes a row for each run that ends.</summary>
/// <param name="again">The command that shows a run once more.</param>
/// <param name="rule">When a point needs no more replicates; null where all are wanted.</param>
/// <param name="maxFailures">Failed runs beyond which no more are begun; null for any number.</param>
public sealed class Sweep(SweepFolder folder, SweepDatabase database, ICrew crew, Func<SweepRun, string> again, StopRule? rule, int? maxFailures)
{
    private readonly Lock written = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private int done, failed, doneNow;

    /// <summary>Runs what is left. Returns when everything is done, somebody wants it to stop, or too much has failed.</summary>
    /// <param name="runs">All of the plan, in its order.</param>
    /// <exception cref="RecordingFailed">The disk forbids it.</exception>
    public SweepProgress Run(IReadOnlyList<SweepRun> runs, CancellationToken stop, Action<SweepProgress> onProgress)
    {
        StopPoints(runs);
        var (ended, stopped) = (database.Ended, database.Stopped);
        (done, failed) = (ended.Count, database.Failures);
        var queue = new RunQueue(runs.Where(run => !ended.Contains(run.Number) && !stopped.Contains(run.Point.Number)), rule is not null);
        try
        {
            crew.Serve(queue, () => stop.IsCancellationRequested || failed > maxFailures, (run, answer) => Keep(run, answer, queue, onProgress));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new RecordingFailed(folder.Path, failure);
        }
        return ProgressOf(queue);
    }

    private void Keep(SweepRun run, RunAnswer answer, RunQueue queue, Action<SweepProgress> onProgress)
    {
        lock (written)
        {
            // A full disk is not the run's fault, and the next one would meet it too.
            if (answer.Row.Failure is { Kind: FailureKind.Disk } full) throw new IOException(full.What);
            if (answer.Row.Failure is { } failure) folder.Put(FailureFile(run), FailureText(run, failure, answer.Said));
            else if (folder.PathOf(FailureFile(run)) is var earlier && File.Exists(earlier)) File.Delete(earlier);
            database.Add(run, answer.Row, again(run));
            var isPointDone = rule is not null && rule.Holds(database.Connection, run.Point.Number);
            if (isPointDone) database.Stop(run.Point.Number, run.Replicate);
            queue.Finish(run, isPointDone);
            (done, doneNow) = (done + 1, doneNow + 1);
            if (answer.Row.Failure is not null) failed++;
            File.AppendAllText(folder.PathOf(SweepLayout.Timings), string.Create(CultureInfo.InvariantCulture, $"{run.Number},{watch.Elapsed.TotalSeconds:0.###},{answer.Took.TotalSeconds:0.###},{answer.PeakBytes >> 20}\n"));
            onProgress(ProgressOf(queue));
        }
    }

    /// <summary>A process that was killed may have written a row and not yet what follows from it.</summary>
    private void StopPoints(IReadOnlyList<SweepRun> runs)
    {
        if (rule is null) return;
        var (ended, stopped) = (database.Ended, database.Stopped);
        foreach (var last in runs.Where(run => ended.Contains(run.Number) && !stopped.Contains(run.Point.Number)).GroupBy(run => run.Point.Number, (_, of) => of.MaxBy(run => run.Replicate)!))
            if (rule.Holds(database.Connection, last.Point.Number))
                database.Stop(last.Point.Number, last.Replicate);
    }

    private static string FailureFile(SweepRun run) => $"{SweepLayout.Failed}/{RunTask.NameOf(run)}.txt";

    private string FailureText(SweepRun run, RunFailure failure, string said) => $"""
        {failure.What}
        {(failure.Agent is { } agent ? $"agent {agent}" : "no agent")}, {(failure.Block is { } block ? FormattableString.Invariant($"block {block}") : "no block")}
        To see it again: {again(run)}

        {said}
        """;

    private SweepProgress ProgressOf(RunQueue queue) => new(done, failed, done + queue.Left, doneNow, watch.Elapsed);
}
