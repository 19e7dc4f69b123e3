using System.Runtime.ExceptionServices;

namespace Dtao.Sweeps.Ensembles;

/// <summary>The same plan under many seeds, several at a time; each run has its own thread, and results come in the order of the seeds.</summary>
public static class Ensemble
{
    /// <param name="jobs">Runs at a time, 1 or more. Results do not depend on it.</param>
    /// <param name="run">Makes and runs one world. What it throws is thrown again once every run has ended, that of the first seed before others.</param>
    public static IReadOnlyList<T> Run<T>(IReadOnlyList<ulong> seeds, int jobs, Func<ulong, T> run)
    {
        var results = new T[seeds.Count];
        var failures = new ExceptionDispatchInfo?[seeds.Count];
        var next = -1;
        var workers = Enumerable.Range(0, Math.Min(jobs, seeds.Count)).Select(_ => new Thread(Work) { IsBackground = true, Name = "ensemble" }).ToArray();
        foreach (var worker in workers) worker.Start();
        foreach (var worker in workers) worker.Join();
        failures.FirstOrDefault(failure => failure is not null)?.Throw();
        return results;

        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < seeds.Count; i = Interlocked.Increment(ref next)) RunOne(i);
        }

        // An exception that left a thread of ours would end the process, and every run with it.
        void RunOne(int i)
        {
            try
            {
                results[i] = run(seeds[i]);
            }
            catch (Exception failure)
            {
                failures[i] = ExceptionDispatchInfo.Capture(failure);
            }
        }
    }
}
