using System.Collections.Immutable;
using Dtao.Protocol.Units;
using Dtao.Records.Reading;
using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;

namespace Dtao.Sweeps.Episodes;

/// <summary>The rise and fall of the taken-over subnet in one run.</summary>
/// <param name="Announcement">When the foundation said that it pays for selling; null where it said nothing.</param>
/// <param name="Values">By figure, in their order; NaN where it cannot be told.</param>
/// <param name="Path">Logarithm of the price over the takeover's, on each whole day after it; empty where no subnet was taken over.</param>
/// <param name="Kappa">Share of the stake weight that sets the consensus; NaN where the run does not say.</param>
public sealed record EpisodeRun(ulong Seed, Block? Announcement, ImmutableArray<double> Values, ImmutableArray<double> Path, double Kappa)
{
    /// <summary>Target 1 of record.md: ×3 at the least.</summary>
    public const double LeastPump = 3;

    /// <summary>The article's crash and more: four fifths within a day.</summary>
    public const double LeastCrash = -0.8;

    /// <summary>What is told of an episode.</summary>
    public static ImmutableArray<Measure> Figures { get; } =
    [
        .. new[] { "pump-multiple", "peak-rank", "peak-price-share", "announced-12min", "announced-2.7h", "announced-24h", "rebound", "recovered", "worst-24h", "foundation-weight", "majority-by-pencil", "majority-lost" }
            .Select(name => MeasureCatalogue.Find(name)!),
    ];

    /// <summary>Whether the subnet rose as the record's did at the least (target 1); null where it cannot be told.</summary>
    public bool? Pumped => Value("pump-multiple") is var rise && double.IsNaN(rise) ? null : rise >= LeastPump;

    /// <summary>Whether it then fell as a crash does; null where it cannot be told.</summary>
    public bool? Crashed => Value("worst-24h") is var fall && double.IsNaN(fall) ? null : fall <= LeastCrash;

    /// <param name="turn">
    /// Where the foundation said nothing: when it did in the run of the same seed that this one is held against. Up to that block both runs are the
    /// same if they differ only in what the foundation does, so that it is the very block of a silent foundation's turn.
    /// </param>
    /// <exception cref="InvalidDataException">The run lacks what is measured.</exception>
    public static EpisodeRun Of(RunReader run, Block? turn)
    {
        using var evidence = Evidence.Of(run);
        var seen = evidence.Marks is { Announcement: null } marks && turn is { } block && block >= marks.Takeover ? evidence.AsIf(marks with { Announcement = block }) : evidence;
        return new EpisodeRun(run.Manifest()!.Identity.Seed, evidence.Marks?.Announcement, [.. Figures.Select(figure => Known(figure.Of(seen)))], PathOf(evidence.Episode), evidence.Chain!.Kappa);
    }

    private static ImmutableArray<double> PathOf(Episode? episode) => episode is null
        ? []
        : [.. Enumerable.Range(1, (int)((episode.End - episode.Marks.Takeover) / Block.PerDay)).Select(day => Math.Log(1 + episode.Change(episode.Marks.Takeover, day * Block.PerDay)))];

    private double Value(string figure) => Values[Figures.IndexOf(MeasureCatalogue.Find(figure)!)];

    /// <summary>What did not happen is no figure here: a fall after nothing would be no fall.</summary>
    private static double Known(Measurement found) => found.Finding == Finding.Measured ? found.Value : double.NaN;
}
