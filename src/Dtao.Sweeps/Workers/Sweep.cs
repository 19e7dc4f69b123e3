using System.Diagnostics;
using System.Globalization;
using Dtao.Records.Folders;
using Dtao.Sweeps.Database;
using Dtao.Sweeps.Folders;
using Dtao.Sweeps.Metrics;
using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Workers;

/// <summary>What a sweep is to do when runs fail.</summary>
/// <param name="Jobs">Workers at a time. What comes of the sweep does not depend on it.</param>
/// <param name="MaxFailures">Failed runs beyond which no more are begun; null for any number.</param>
/// <param name="Retries">How often a run is begun anew whose worker was killed from outside.</param>
public sealed record SweepSettings(int Jobs, int? MaxFailures, int Retries);

/// <summary>How far a sweep has come.</summary>
/// <param name="Done">Runs with a row, failed ones among them.</param>
/// <param name="All">Runs that are wanted; fewer than planned once points have been stopped.</param>
public sealed record SweepProgress(int Done, int Failed, int All, int DoneNow, TimeSpan Elapsed);

/// <summary>Hands the runs of a plan to workers and writes their rows.</summary>
/// <param name="again">The command that shows a run once more.</param>
/// <param name="rule">When a point needs no more replicates; null where all are wanted.</param>
public sealed class Sweep(SweepFolder folder, SweepDatabase database, WorkerSettings workers, SweepSettings settings, Func<SweepRun, string> again, StopRule? rule)
{
    private readonly Lock written = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private int done, failed, doneNow;
    private Exception? broken;

    /// <summary>Runs what is left. Returns when everything is done, somebody wants it to stop, or too much has failed.</summary>
    /// <param name="runs">All of the plan, in its order.</param>
    /// <exception cref="IOException">The disk forbids it.</exception>
    public SweepProgress Run(IReadOnlyList<SweepRun> runs, CancellationToken stop, Action<SweepProgress> onProgress)
    {
        StopPoints(runs);
        var (ended, stopped) = (database.Ended, database.Stopped);
        (done, failed) = (ended.Count, database.Failures);
        var queue = new RunQueue(runs.Where(run => !ended.Contains(run.Number) && !stopped.Contains(run.Point.Number)), rule is not null);
        ClearWork();
        var threads = Enumerable.Range(1, Math.Min(settings.Jobs, Math.Max(1, queue.Left))).Select(number => new Thread(() => Guarded(() => Serve(number, queue, stop, onProgress))) { Name = "worker", IsBackground = true }).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        ClearWork();
        if (broken is not null) throw new RecordingFailed(folder.Path, broken);
        return ProgressOf(queue);
    }

    private bool IsOver(CancellationToken stop) => stop.IsCancellationRequested || broken is not null || failed > settings.MaxFailures;

    private void Serve(int number, RunQueue queue, CancellationToken stop, Action<SweepProgress> onProgress)
    {
        WorkerProcess? worker = null;
        try
        {
            while (queue.Take(() => IsOver(stop)) is { } run)
            {
                for (var attempt = 0; ; attempt++)
                {
                    worker ??= new WorkerProcess(workers, folder.PathOf(string.Create(CultureInfo.InvariantCulture, $"{SweepLayout.Work}/{Environment.ProcessId}-{number}-{Guid.NewGuid():n}")));
                    var since = watch.Elapsed;
                    var answer = worker.Do(run.Number, () => IsOver(stop));
                    if (answer.IsSpent)
                    {
                        worker.Dispose();
                        worker = null;
                    }
                    if (IsOver(stop) && answer.Row is null) break;
                    if ((answer.Row ?? (attempt < settings.Retries ? null : Lost(run))) is not { } row) continue;
                    Keep(run, row, answer, watch.Elapsed - since, queue);
                    onProgress(ProgressOf(queue));
                    break;
                }
            }
        }
        finally
        {
            worker?.Dispose();
        }
    }

    private void Keep(SweepRun run, RunRow row, WorkerAnswer answer, TimeSpan took, RunQueue queue)
    {
        lock (written)
        {
            if (row.Failure is { } failure) folder.Put(FailureFile(run), FailureText(run, failure, answer));
            database.Add(run, row, again(run));
            var isPointDone = rule is not null && rule.Holds(database.Connection, run.Point.Number);
            if (isPointDone) database.Stop(run.Point.Number, run.Replicate);
            queue.Finish(run, isPointDone);
            (done, doneNow) = (done + 1, doneNow + 1);
            if (row.Failure is not null) failed++;
            File.AppendAllText(folder.PathOf(SweepLayout.Timings), string.Create(CultureInfo.InvariantCulture, $"{run.Number},{watch.Elapsed.TotalSeconds:0.###},{took.TotalSeconds:0.###},{answer.PeakBytes >> 20}\n"));
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

    private static RunRow Lost(SweepRun run) => new(run.Number, null, "", "", new RunFailure(FailureKind.Killed, "something outside ended its process again and again; the system does when memory runs out", null, null));

    private string FailureFile(SweepRun run) => string.Create(CultureInfo.InvariantCulture, $"{SweepLayout.Failed}/{RunTask.NameOf(run)}.txt");

    private string FailureText(SweepRun run, RunFailure failure, WorkerAnswer answer) => $"""
        {failure.What}
        {(failure.Agent is { } agent ? $"agent {agent}" : "no agent")}, {(failure.Block is { } block ? FormattableString.Invariant($"block {block}") : "no block")}
        To see it again: {again(run)}

        {answer.Said}
        """;

    private SweepProgress ProgressOf(RunQueue queue)
    {
        lock (written) return new SweepProgress(done, failed, done + queue.Left, doneNow, watch.Elapsed);
    }

    private void Guarded(Action serve)
    {
        try
        {
            serve();
        }
        catch (Exception failure)
        {
            broken ??= failure;
        }
    }

    /// <summary>What workers of an earlier coordinator left behind.</summary>
    private void ClearWork()
    {
        if (Directory.Exists(folder.PathOf(SweepLayout.Work))) Directory.Delete(folder.PathOf(SweepLayout.Work), recursive: true);
    }
}
