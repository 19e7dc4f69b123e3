using System.Diagnostics;
using System.Globalization;
using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Workers;

namespace Dtao.Sweeps.Slurm;

/// <param name="Program">Runs a task: the batch's folder and the number of the task follow.</param>
/// <param name="MostAtATime">Tasks that may run at a time; null for as many as the cluster gives.</param>
/// <param name="MostTasks">Tasks in an array; each has many runs where there are more runs than that.</param>
/// <param name="More">Words for sbatch, such as --partition=long.</param>
/// <param name="Retries">How often a run is handed in anew whose task was lost.</param>
public sealed record SlurmSettings(IReadOnlyList<string> Program, int? MostAtATime, int MostTasks, IReadOnlyList<string> More, int Retries);

/// <summary>A cluster: runs go as a job array, their rows come back as files, and what was lost on the way is handed in again.</summary>
/// <param name="sweep">The sweep's folder, on a file system that the nodes share.</param>
public sealed class SlurmCrew(SlurmSettings settings, string sweep) : ICrew
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500), Settle = TimeSpan.FromSeconds(2);

    private int batches;

    /// <exception cref="SlurmFailed">The cluster takes no jobs, or none of a batch's tasks gave a result.</exception>
    public void Serve(RunQueue queue, Func<bool> stop, Action<SweepRun, RunAnswer> keep)
    {
        while (!stop() && queue.TakeAll() is { Count: > 0 } runs) Serve(runs, stop, keep);
    }

    private void Serve(IReadOnlyList<SweepRun> runs, Func<bool> stop, Action<SweepRun, RunAnswer> keep)
    {
        var left = runs.ToDictionary(run => run.Number);
        for (var attempt = 0; left.Count > 0 && !stop(); attempt++)
        {
            var before = left.Count;
            var batch = HandIn([.. left.Values.OrderBy(run => run.Number)]);
            Await(batch, left, stop, keep);
            if (stop()) return;
            if (left.Count == before && attempt >= settings.Retries) throw new SlurmFailed("sbatch", $"no task gave a result; what they printed is in {batch.Path}");
            batch.Clear();
            if (attempt < settings.Retries) continue;
            foreach (var lost in left.Values.ToArray()) Keep(RunRow.Lost(lost), left, keep);
        }
    }

    /// <summary>Runs that follow each other in the plan go to tasks that follow each other, so that a sweep that is cut short has tried every point.</summary>
    private SlurmFolder HandIn(IReadOnlyList<SweepRun> runs)
    {
        var batch = SlurmFolder.Make(sweep, ++batches);
        var tasks = runs.Chunk((runs.Count + settings.MostTasks - 1) / settings.MostTasks).ToArray();
        File.WriteAllLines(batch.PathOf(SlurmFolder.Tasks), tasks.Select(task => string.Join(' ', task.Select(run => run.Number.ToString(CultureInfo.InvariantCulture)))));
        File.WriteAllText(batch.PathOf(SlurmFolder.Script), $"#!/bin/sh\nexec {string.Join(' ', settings.Program.Append(batch.Path).Select(Quoted))} \"$SLURM_ARRAY_TASK_ID\"\n");
        batch.JobNumber = SlurmCommands.Submit(
        [
            string.Create(CultureInfo.InvariantCulture, $"--array=1-{tasks.Length}{(settings.MostAtATime is { } most ? $"%{most}" : "")}"), $"--job-name=dtao-{Path.GetFileName(sweep)}",
            $"--output={batch.PathOf("%a.out")}", "--requeue", .. settings.More, batch.PathOf(SlurmFolder.Script),
        ]);
        return batch;
    }

    private static void Await(SlurmFolder batch, Dictionary<int, SweepRun> left, Func<bool> stop, Action<SweepRun, RunAnswer> keep)
    {
        var job = batch.JobNumber!;
        for (var isAlive = true; isAlive && left.Count > 0;)
        {
            if (stop())
            {
                End(job);
                Collect(batch, left, keep);
                return;
            }
            Thread.Sleep(Look);
            isAlive = SlurmCommands.IsAlive(job);
            if (!isAlive) Thread.Sleep(Settle); // The nodes' last files may come late.
            Collect(batch, left, keep);
        }
    }

    private static void Collect(SlurmFolder batch, Dictionary<int, SweepRun> left, Action<SweepRun, RunAnswer> keep)
    {
        foreach (var row in batch.Rows(left.ContainsKey)) Keep(row, left, keep);
    }

    private static void Keep(RunRow row, Dictionary<int, SweepRun> left, Action<SweepRun, RunAnswer> keep)
    {
        if (left.Remove(row.Run, out var run)) keep(run, AnswerOf(row));
    }

    internal static void End(string job)
    {
        SlurmCommands.Cancel(job);
        for (var since = Stopwatch.StartNew(); SlurmCommands.IsAlive(job) && since.Elapsed < TimeSpan.FromMinutes(1);) Thread.Sleep(Look);
    }

    internal static RunAnswer AnswerOf(RunRow row) => new(row, TimeSpan.Zero, PeakBytes: 0, Said: "");

    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
