namespace Dtao.Sweeps.Ensembles;

/// <summary>The same plan under many seeds, several at a time; each run has its own thread, and results come in the order of the seeds.</summary>
public static class Ensemble
{
    /// <param name="jobs">Runs at a time, 1 or more. Results do not depend on it.</param>
    /// <param name="run">Makes and runs one world; it must not throw.</param>
    public static IReadOnlyList<T> Run<T>(IReadOnlyList<ulong> seeds, int jobs, Func<ulong, T> run)
    {
        var results = new T[seeds.Count];
        var next = -1;
        var workers = Enumerable.Range(0, Math.Min(jobs, seeds.Count)).Select(_ => new Thread(Work) { IsBackground = true, Name = "ensemble" }).ToArray();
        foreach (var worker in workers) worker.Start();
        foreach (var worker in workers) worker.Join();
        return results;

        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < seeds.Count; i = Interlocked.Increment(ref next)) results[i] = run(seeds[i]);
        }
    }
}
