using System.Diagnostics;

namespace Dtao.Agents.Running;

/// <summary>Where the time and the memory of a run's lane go. A lane is in one phase at a time; it reads a clock at every change and decides nothing by it.</summary>
public sealed class RunProfile
{
    private static readonly int Phases = Enum.GetValues<RunPhase>().Length;

    private readonly long[] ticks = new long[Phases], bytes = new long[Phases];
    private RunPhase now = RunPhase.Messages;
    private long since, allocated;

    /// <summary>Begins to measure the thread that calls it.</summary>
    public void Start()
    {
        Array.Clear(ticks);
        Array.Clear(bytes);
        (since, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
    }

    /// <summary>Time spent in a phase up to its last end.</summary>
    public TimeSpan TimeIn(RunPhase phase) => Stopwatch.GetElapsedTime(0, ticks[(int)phase]);

    /// <summary>Bytes allocated in a phase up to its last end.</summary>
    public long BytesIn(RunPhase phase) => bytes[(int)phase];

    /// <summary>Stays in a phase until what it returns is disposed of, then goes back to the phase before; nothing where nobody measures.</summary>
    public static Stay In(RunProfile? profile, RunPhase phase) => new(profile, profile?.Change(phase) ?? default);

    private RunPhase Change(RunPhase next)
    {
        var before = now;
        var (at, total) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        ticks[(int)before] += at - since;
        bytes[(int)before] += total - allocated;
        (now, since, allocated) = (next, at, total);
        return before;
    }

    /// <summary>A stay in a phase.</summary>
    public readonly struct Stay : IDisposable
    {
        private readonly RunProfile? profile;
        private readonly RunPhase before;

        internal Stay(RunProfile? profile, RunPhase before) => (this.profile, this.before) = (profile, before);

        public void Dispose() => profile?.Change(before);
    }
}
