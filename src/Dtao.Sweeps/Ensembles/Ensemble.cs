using System.Runtime.ExceptionServices;

namespace Dtao.Sweeps.Ensembles;

/// <summary>Many runs, several at a time; each has its own thread, and results come in the order of what was given.</summary>
public static class Ensemble
{
    /// <param name="items">What makes one run differ from another: a seed, a candidate, a folder.</param>
    /// <param name="jobs">Runs at a time, 1 or more. Results do not depend on it.</param>
    /// <param name="run">What is done for one of them. What it throws is thrown again once every run has ended, that of the first item before others.</param>
    public static IReadOnlyList<T> Run<TItem, T>(IReadOnlyList<TItem> items, int jobs, Func<TItem, T> run)
    {
        var results = new T[items.Count];
        var failures = new ExceptionDispatchInfo?[items.Count];
        var next = -1;
        var workers = Enumerable.Range(0, Math.Min(jobs, items.Count)).Select(_ => new Thread(Work) { IsBackground = true, Name = "ensemble" }).ToArray();
        foreach (var worker in workers) worker.Start();
        foreach (var worker in workers) worker.Join();
        failures.FirstOrDefault(failure => failure is not null)?.Throw();
        return results;

        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < items.Count; i = Interlocked.Increment(ref next)) RunOne(i);
        }

        // An exception that left a thread of ours would end the process, and every run with it.
        void RunOne(int i)
        {
            try
            {
                results[i] = run(items[i]);
            }
            catch (Exception failure)
            {
                failures[i] = ExceptionDispatchInfo.Capture(failure);
            }
        }
    }
}
