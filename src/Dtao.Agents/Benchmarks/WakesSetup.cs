namespace Dtao.Agents.Benchmarks;

/// <summary>One timing of the common workload "dtao-min".</summary>
public sealed record WakesSetup
{
    /// <summary>How many traders; 1 or more.</summary>
    public required int Agents { get; init; }

    /// <summary>Blocks inside the timed loop; 1 or more.</summary>
    public required int Blocks { get; init; }

    /// <summary>Blocks of the same run before it, which warm the caches and spread the wakes; 0 or more.</summary>
    public int WarmUpBlocks { get; init; } = 400;

    /// <summary>How long a smaller market of its own is run first, until the compiler has seen enough; seconds, 0 or more.</summary>
    public double RehearsalSeconds { get; init; } = 1.5;

    public ulong Seed { get; init; } = 1;
}
