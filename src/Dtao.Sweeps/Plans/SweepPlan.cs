using Dtao.Strategies.Numerics;
using Dtao.Sweeps.Metrics;

namespace Dtao.Sweeps.Plans;

/// <summary>What a sweep runs: every point under every replicate.</summary>
/// <param name="Base">The run whose settings are varied.</param>
/// <param name="Question">What it is to answer; empty where nobody said.</param>
/// <param name="Fixed">Settings that are the same in every run, <c>a.b=1</c>.</param>
/// <param name="Sampling">Null where nothing is sampled.</param>
/// <param name="Replicates">Runs a point, 1 or more.</param>
/// <param name="Seed">What seeds and samples are drawn from.</param>
/// <param name="HasIndependentSeeds">Else a replicate has the same seed at every point, so that points differ by their settings alone.</param>
public sealed record SweepPlan(
    string Base, string Question, IReadOnlyList<string> Fixed, IReadOnlyList<ScannedFactor> Scanned, IReadOnlyList<SampledFactor> Sampled,
    Sampling? Sampling, int Replicates, ulong Seed, bool HasIndependentSeeds)
{
    private static readonly ulong ForRuns = Purpose.Named("sweep runs"), ForSamples = Purpose.Named("sweep samples");

    /// <summary>What is kept of every run.</summary>
    public MetricSet Metrics { get; init; } = MetricSet.Usual;

    /// <summary>The folder below which runs lie that <c>genesis.from</c> names.</summary>
    public string EarlierRuns { get; init; } = "runs";

    /// <summary>Assemblies with strategies from outside.</summary>
    public IReadOnlyList<string> Strategies { get; init; } = [];

    /// <summary>The plan as a sweep file that says the same wherever it lies.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where its settings are written.</summary>
    public SettingPlaces Places { get; init; } = SettingPlaces.None;

    /// <summary>When a point needs no more runs; null where all are made.</summary>
    public StopRule? StopWhen { get; init; }

    /// <summary>Scanned factors first, then those sampled.</summary>
    public IReadOnlyList<Factor> Factors => [.. Scanned, .. Sampled];

    /// <summary>Every combination of what is scanned with every sample; the last factor changes first.</summary>
    public IReadOnlyList<SweepPoint> Points => [.. Combined().Select((values, index) => new SweepPoint(index + 1, values, this))];

    /// <summary>Replicate after replicate, so that a sweep that is cut short has tried every point.</summary>
    public IEnumerable<SweepRun> Runs
    {
        get
        {
            var points = Points;
            return Enumerable.Range(1, Replicates)
                .SelectMany(replicate => points.Select(point => new SweepRun((replicate - 1) * points.Count + point.Number, point, replicate, SeedOf(point, replicate))));
        }
    }

    /// <summary>What a design's points are drawn from, so that who reads a sweep later lays them out once more.</summary>
    internal static ulong SeedOfSamples(ulong seed) => StableHash.Combine(seed, ForSamples);

    /// <summary>Below 2⁵³, so that no reader of tables or JSON loses a digit.</summary>
    private ulong SeedOf(SweepPoint point, int replicate)
    {
        var seed = StableHash.Combine(StableHash.Combine(Seed, ForRuns), (ulong)replicate);
        return (HasIndependentSeeds ? StableHash.Combine(seed, (ulong)point.Number) : seed) >> 11;
    }

    private IEnumerable<IReadOnlyList<string>> Combined()
    {
        IEnumerable<IReadOnlyList<string>> grid = [[]];
        foreach (var factor in Scanned) grid = grid.SelectMany(_ => factor.Values, (values, value) => (IReadOnlyList<string>)[.. values, value]);
        return Sampling is null ? grid : grid.SelectMany(_ => Samples(), (values, sample) => (IReadOnlyList<string>)[.. values, .. sample]);
    }

    private IEnumerable<string[]> Samples() =>
        Sampling!.Points(Sampled.Count, SeedOfSamples(Seed)).Select(point => point.Select((share, at) => Sampled[at].ValueAt(share)).ToArray());
}

/// <param name="Number">From 1.</param>
/// <param name="Values">In the order of the plan's factors.</param>
public sealed record SweepPoint(int Number, IReadOnlyList<string> Values, SweepPlan Plan)
{
    /// <summary>All settings that differ from the base, as on the command line: <c>a.b=1</c>.</summary>
    public IReadOnlyList<string> Settings => [.. Plan.Fixed, .. Plan.Factors.Zip(Values, (factor, value) => factor.SettingsAt(value)).SelectMany(settings => settings)];
}

/// <param name="Number">From 1, in the order of the plan.</param>
/// <param name="Replicate">From 1.</param>
/// <param name="Seed">Of the run.</param>
public sealed record SweepRun(int Number, SweepPoint Point, int Replicate, ulong Seed)
{
    /// <summary>All settings that differ from the base, the seed among them.</summary>
    public IReadOnlyList<string> Settings => [.. Point.Settings, FormattableString.Invariant($"run.seed={Seed}")];
}
