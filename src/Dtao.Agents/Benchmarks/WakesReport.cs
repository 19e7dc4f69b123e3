using System.Text.Json.Serialization;

namespace Dtao.Agents.Benchmarks;

/// <summary>What a timing found. Counts and seconds are those of the timed loop.</summary>
public sealed record WakesReport
{
    public required string Engine { get; init; }

    public required WakesSetup Setup { get; init; }

    public required long Wakes { get; init; }

    /// <summary>Orders filled; what was refused for slippage is not among them.</summary>
    public required long Swaps { get; init; }

    /// <summary>Positions that a tempo paid.</summary>
    public required long Payments { get; init; }

    /// <summary>Wakes told, orders sent, and fills or refusals told back; what clock and ledger tell themselves is not among them.</summary>
    public required long Messages { get; init; }

    public required double WallSeconds { get; init; }

    public required double CpuSeconds { get; init; }

    /// <summary>Largest working set of the whole process, in units of 10⁶ bytes.</summary>
    public required double PeakMemoryMb { get; init; }

    /// <summary>How often the youngest objects were collected.</summary>
    public required int Collections { get; init; }

    /// <summary>How long the loop stood still for collections.</summary>
    public required double CollectingSeconds { get; init; }

    /// <summary>TAO and alpha that appeared or vanished, in rao; 0 or the market is broken.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public required ulong ConservationErrorRao { get; init; }

    /// <summary>Hash of every reserve and balance at the end, hexadecimal.</summary>
    public required string StateHash { get; init; }

    public double WakesPerSecond => Wakes / WallSeconds;
}
