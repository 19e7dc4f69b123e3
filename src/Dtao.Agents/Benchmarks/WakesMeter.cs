using System.Diagnostics;
using System.Globalization;

namespace Dtao.Agents.Benchmarks;

/// <summary>Times a loop over a market: started after set-up and warm-up, read at the end.</summary>
public sealed class WakesMeter
{
    private readonly string _engine;
    private readonly WakesSetup _setup;
    private readonly MinimalMarket _market;
    private readonly (long Orders, long Swaps, long Payments) _before;
    private readonly TimeSpan _cpuBefore = Cpu();
    private readonly long _started = Stopwatch.GetTimestamp();

    private WakesMeter(string engine, WakesSetup setup, MinimalMarket market) =>
        (_engine, _setup, _market, _before) = (engine, setup, market, market.Counts);

    /// <summary>Repeats a few blocks of a small market for the seconds that the setup asks for.</summary>
    public static void Rehearse(WakesSetup setup, Action run)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < setup.RehearsalSeconds) run();
        GC.Collect(); // What the rehearsal left is not the benchmark's memory.
    }

    public static WakesMeter Start(string engine, WakesSetup setup, MinimalMarket market) => new(engine, setup, market);

    /// <summary>Stops the clock; <paramref name="wakes"/> are those since the start.</summary>
    public WakesReport Stop(long wakes)
    {
        var wall = Stopwatch.GetElapsedTime(_started);
        var cpu = Cpu() - _cpuBefore;
        var (orders, swaps, payments) = _market.Counts;
        return new()
        {
            Engine = _engine,
            Setup = _setup,
            Wakes = wakes,
            Swaps = swaps - _before.Swaps,
            Payments = payments - _before.Payments,
            Messages = wakes + 2 * (orders - _before.Orders),
            WallSeconds = wall.TotalSeconds,
            CpuSeconds = cpu.TotalSeconds,
            PeakMemoryMb = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,
            ConservationErrorRao = _market.ConservationErrorRao(),
            StateHash = _market.StateHash().ToString("x16", CultureInfo.InvariantCulture),
        };
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;
}
