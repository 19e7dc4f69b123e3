using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Workers;

/// <summary>Worker processes of this machine: each serves many runs, is watched, and is replaced when it fails or grows.</summary>
/// <param name="work">A folder of its own, cleared before and after.</param>
/// <param name="jobs">Workers at a time.</param>
/// <param name="retries">How often a run is begun anew whose worker somebody killed.</param>
public sealed class LocalCrew(WorkerSettings settings, string work, int jobs, int retries) : ICrew
{
    private ExceptionDispatchInfo? broken;
    private int started;

    public void Serve(RunQueue queue, Func<bool> stop, Action<SweepRun, RunAnswer> keep)
    {
        Clear();
        var threads = Enumerable.Range(1, Math.Min(jobs, Math.Max(1, queue.Left)))
            .Select(_ => new Thread(() => Guarded(() => ServeOne(queue, () => stop() || broken is not null, keep))) { Name = "worker", IsBackground = true }).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        Clear();
        broken?.Throw();
    }

    private void ServeOne(RunQueue queue, Func<bool> stop, Action<SweepRun, RunAnswer> keep)
    {
        WorkerProcess? worker = null;
        try
        {
            for (var (run, attempt) = (queue.Take(stop), 0); run is not null && !stop(); attempt++)
            {
                worker ??= new WorkerProcess(settings, Path.Combine(work, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Interlocked.Increment(ref started)}")));
                var watch = Stopwatch.StartNew();
                var answer = worker.Do(run.Number, stop);
                if (answer.IsSpent)
                {
                    worker.Dispose();
                    worker = null;
                }
                if (stop() && answer.Row is null) return;
                if ((answer.Row ?? (attempt < retries ? null : RunRow.Lost(run))) is not { } row) continue;
                keep(run, new RunAnswer(row, watch.Elapsed, answer.PeakBytes, answer.Said));
                (run, attempt) = (queue.Take(stop), -1);
            }
        }
        finally
        {
            worker?.Dispose();
        }
    }

    /// <summary>An exception that left a thread of ours would end the process.</summary>
    private void Guarded(Action serve)
    {
        try
        {
            serve();
        }
        catch (Exception failure)
        {
            broken ??= ExceptionDispatchInfo.Capture(failure);
        }
    }

    /// <summary>What workers of an earlier coordinator left behind.</summary>
    private void Clear()
    {
        if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
    }
}
