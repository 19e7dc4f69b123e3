using System.Diagnostics;
using System.Globalization;

namespace Dtao.Agents.Benchmarks;

/// <summary>Times a loop over a market: started after set-up and warm-up, read at the end.</summary>
public sealed class WakesMeter
{
    private readonly string engine;
    private readonly WakesSetup setup;
    private readonly MinimalMarket market;
    private readonly (long Orders, long Swaps, long Payments) before;
    private readonly int collectedBefore = GC.CollectionCount(0);
    private readonly TimeSpan pausedBefore = GC.GetTotalPauseDuration();
    private readonly TimeSpan cpuBefore = Cpu();
    private readonly long started = Stopwatch.GetTimestamp();

    private WakesMeter(string engine, WakesSetup setup, MinimalMarket market) =>
        (this.engine, this.setup, this.market, before) = (engine, setup, market, market.Counts);

    /// <summary>Repeats a few blocks of a small market for the seconds that the setup asks for.</summary>
    public static void Rehearse(WakesSetup setup, Action run)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun).TotalSeconds < setup.RehearsalSeconds) run();
        GC.Collect(); // What the rehearsal left is not the benchmark's memory.
    }

    public static WakesMeter Start(string engine, WakesSetup setup, MinimalMarket market) => new(engine, setup, market);

    /// <summary>Stops the clock; <paramref name="wakes"/> are those since the start.</summary>
    public WakesReport Stop(long wakes)
    {
        var wall = Stopwatch.GetElapsedTime(started);
        var cpu = Cpu() - cpuBefore;
        var (orders, swaps, payments) = market.Counts;
        return new()
        {
            Engine = engine,
            Setup = setup,
            Wakes = wakes,
            Swaps = swaps - before.Swaps,
            Payments = payments - before.Payments,
            Messages = wakes + 2 * (orders - before.Orders),
            WallSeconds = wall.TotalSeconds,
            CpuSeconds = cpu.TotalSeconds,
            Collections = GC.CollectionCount(0) - collectedBefore,
            CollectingSeconds = (GC.GetTotalPauseDuration() - pausedBefore).TotalSeconds,
            PeakMemoryMb = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,
            ConservationErrorRao = market.ConservationErrorRao(),
            StateHash = market.StateHash().ToString("x16", CultureInfo.InvariantCulture),
        };
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;
}
