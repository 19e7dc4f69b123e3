using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Workers;

/// <summary>Which run is next, and which are not wanted any more. What ends up in a sweep does not depend on how many ask.</summary>
/// <param name="left">Runs without a row, in the order of the plan.</param>
/// <param name="isWatched">Whether points may be stopped: a replicate then waits for the one before, which may make it needless.</param>
public sealed class RunQueue(IEnumerable<SweepRun> left, bool isWatched)
{
    private readonly LinkedList<SweepRun> waiting = new(left);
    private readonly HashSet<int> busyPoints = [];
    private int busy;

    /// <summary>Runs that wait or are under way.</summary>
    public int Left
    {
        get
        {
            lock (waiting) return waiting.Count + busy;
        }
    }

    /// <summary>The next run; null where there is none left. Waits while the only ones left wait for others.</summary>
    public SweepRun? Take(Func<bool> stop)
    {
        lock (waiting)
        {
            while (waiting.Count > 0 && !stop())
            {
                if (Next() is { } run) return run;
                Monitor.Wait(waiting, TimeSpan.FromMilliseconds(100));
            }
            return null;
        }
    }

    /// <summary>A run by its number; null where it does not wait.</summary>
    public SweepRun? Take(int number)
    {
        lock (waiting)
        {
            if (waiting.FirstOrDefault(run => run.Number == number) is not { } run) return null;
            waiting.Remove(run);
            busy++;
            busyPoints.Add(run.Point.Number);
            return run;
        }
    }

    /// <summary>All runs that can be begun now.</summary>
    public IReadOnlyList<SweepRun> TakeAll()
    {
        lock (waiting)
        {
            var all = new List<SweepRun>();
            while (Next() is { } run) all.Add(run);
            return all;
        }
    }

    /// <param name="isPointDone">Whether no more replicates of its point are wanted.</param>
    public void Finish(SweepRun run, bool isPointDone)
    {
        lock (waiting)
        {
            busy--;
            busyPoints.Remove(run.Point.Number);
            for (var node = waiting.First; isPointDone && node is not null;)
            {
                var next = node.Next;
                if (node.Value.Point.Number == run.Point.Number) waiting.Remove(node);
                node = next;
            }
            Monitor.PulseAll(waiting);
        }
    }

    private SweepRun? Next()
    {
        for (var node = waiting.First; node is not null; node = node.Next)
        {
            if (isWatched && !busyPoints.Add(node.Value.Point.Number)) continue;
            busy++;
            waiting.Remove(node);
            return node.Value;
        }
        return null;
    }
}
