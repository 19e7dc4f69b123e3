using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Workers;

namespace Dtao.Sweeps.Slurm;

/// <summary>Begins with what an earlier coordinator handed in to a cluster: its jobs are ended, and what they had done by then is kept.</summary>
/// <param name="sweep">The sweep's folder.</param>
/// <param name="next">Runs the rest.</param>
public sealed class AfterSlurm(string sweep, ICrew next) : ICrew
{
    public void Serve(RunQueue queue, Func<bool> stop, Action<SweepRun, RunAnswer> keep)
    {
        foreach (var batch in SlurmFolder.Of(sweep).ToArray())
        {
            End(batch);
            foreach (var row in batch.Rows(_ => true))
                if (queue.Take(row.Run) is { } run)
                    keep(run, SlurmCrew.AnswerOf(row));
            batch.Clear();
        }
        next.Serve(queue, stop, keep);
    }

    /// <summary>On a machine without Slurm nothing can be ended; what its jobs still write goes nowhere.</summary>
    private static void End(SlurmFolder batch)
    {
        try
        {
            if (batch.JobNumber is { } job) SlurmCrew.End(job);
        }
        catch (SlurmFailed)
        {
        }
    }
}
