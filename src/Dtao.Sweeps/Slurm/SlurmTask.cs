using Dtao.Sweeps.Plans;
using Dtao.Sweeps.Workers;

namespace Dtao.Sweeps.Slurm;

/// <summary>One task of a batch, on a node: serves its runs by a worker of its own, so that a run that fails costs itself alone.</summary>
public static class SlurmTask
{
    /// <param name="work">A folder that only this attempt at the task uses.</param>
    public static void Do(SlurmFolder batch, int task, SweepPlan plan, WorkerSettings workers, string work)
    {
        var wanted = batch.RunsOf(task).ToHashSet();
        var queue = new RunQueue(plan.Runs.Where(run => wanted.Contains(run.Number)), isWatched: false);
        new LocalCrew(workers, work, jobs: 1, retries: 0).Serve(queue, () => false, (run, answer) =>
        {
            if (answer.Row.Failure is not { Kind: FailureKind.Killed or FailureKind.Disk }) batch.Put(answer.Row); // What was lost, or met a full disk, is handed in again.
            queue.Finish(run, isPointDone: false);
        });
    }
}
