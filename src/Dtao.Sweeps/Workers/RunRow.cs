using Dtao.Sweeps.Metrics;
using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Workers;

/// <summary>What came of one run of a sweep.</summary>
/// <param name="Run">Its number in the plan.</param>
/// <param name="Outcome">Null of a failed run.</param>
/// <param name="StateHash">Head of the chain of states; empty of a failed run.</param>
/// <param name="ConfigHash">Of its effective configuration; empty where it was not even read.</param>
public sealed record RunRow(int Run, RunOutcome? Outcome, string StateHash, string ConfigHash, RunFailure? Failure)
{
    /// <summary>Of a run whose process was killed as often as it was begun.</summary>
    public static RunRow Lost(SweepRun run) =>
        new(run.Number, null, "", "", new RunFailure(FailureKind.Killed, "something outside ended its process again and again; the system does when memory runs out", null, null));
}

/// <param name="What">In a sentence.</param>
/// <param name="Agent">Whose strategy was running; null where none was.</param>
/// <param name="Block">The block it was in; null before the first one.</param>
public sealed record RunFailure(FailureKind Kind, string What, string? Agent, long? Block);

/// <summary>Why a run failed, for tables: lower case.</summary>
public enum FailureKind
{
    /// <summary>A strategy threw.</summary>
    Threw,

    /// <summary>A decision took longer than allowed.</summary>
    Time,

    /// <summary>The stack overflowed.</summary>
    Stack,

    /// <summary>It took more memory than allowed.</summary>
    Memory,

    /// <summary>The process ended by itself.</summary>
    Exit,

    /// <summary>Something outside ended the process, again and again.</summary>
    Killed,

    /// <summary>The configuration describes no run.</summary>
    Config,

    /// <summary>The disk.</summary>
    Disk,

    /// <summary>A law of the economy broke.</summary>
    Invariant,

    /// <summary>The run lacks what a metric measures, or the program has a fault.</summary>
    Internal,
}
