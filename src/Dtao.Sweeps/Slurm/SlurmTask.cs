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
            if (answer.Row.Failure?.Kind != FailureKind.Killed) batch.Put(answer.Row); // What was lost is for the coordinator to hand in again.
            queue.Finish(run, isPointDone: false);
        });
    }
}
