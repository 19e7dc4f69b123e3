using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Workers;

/// <summary>Who runs a sweep's runs: processes of this machine, or a cluster.</summary>
public interface ICrew
{
    /// <summary>Runs what the queue gives until it is empty.</summary>
    /// <param name="stop">True once no more runs are wanted; those under way are given up.</param>
    /// <param name="keep">Takes what came of a run, says so to the queue, and may be called from any thread.</param>
    void Serve(RunQueue queue, Func<bool> stop, Action<SweepRun, RunAnswer> keep);
}

/// <summary>What came of a run, and what it cost.</summary>
/// <param name="PeakBytes">Most memory seen; 0 where nobody looked.</param>
/// <param name="Said">The first lines of the error stream meanwhile.</param>
public sealed record RunAnswer(RunRow Row, TimeSpan Took, long PeakBytes, string Said);
