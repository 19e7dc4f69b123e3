using System.Globalization;
using Dtao.Records.Detectors;
using Xunit.Abstractions;

namespace Dtao.Records.Tests.Detectors;

/// <summary>210 series with an event put in, a third of them about as large as a threshold; and 50 with noise alone.</summary>
public sealed class Detectors_on_labelled_series(ITestOutputHelper output)
{
    private const int SeriesOfKind = 30, NearOfKind = 10, FlatSeries = 50;

    /// <summary>Blocks by which a sighting may begin before its event or end after it: what moved a price goes on for a while.</summary>
    private const long Slack = 1_800;

    private static readonly DetectorRules Rules = SomeRules.Shipped;

    private static readonly Lazy<IReadOnlyList<Series>> Labelled = new(() =>
    [
        .. DetectionKind.All.SelectMany((kind, k) => Enumerable.Range(0, SeriesOfKind).Select(i => Series.Of(kind, isNear: i < NearOfKind, seed: k * 1_000 + i))),
    ]);

    public static TheoryData<string> Kinds => [.. DetectionKind.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void find_what_is_clear_and_nothing_else(string kind)
    {
        var (found, missed, wrong) = Counts(kind, isNear: false);
        Assert.True(found >= 20, kind);
        Assert.True(found >= 0.95 * (found + missed), Row(kind));
        Assert.True(found >= 0.95 * (found + wrong), Row(kind));
    }

    [Fact]
    public void find_nothing_in_noise()
    {
        var seen = Enumerable.Range(0, FlatSeries).SelectMany(i => SyntheticSubnet.Of(kind: null, isNear: false, seed: 900_000 + i, Rules).Seen);
        Assert.Empty(seen);
    }

    [Fact]
    public void do_as_well_as_the_readme_says()
    {
        foreach (var kind in DetectionKind.All) output.WriteLine(Row(kind));
        var readme = File.ReadAllText(Path.Combine(Sources.Root, "src", "Dtao.Records", "README.md"));
        Assert.All(DetectionKind.All, kind => Assert.Contains(Row(kind), readme, StringComparison.Ordinal));
    }

    [Fact]
    public void see_labels_that_do_not_depend_on_thresholds()
    {
        var deaf = new DetectorRules(
            Rules.Pump with { Rise = 99 }, Rules.Crash with { Fall = 1 }, Rules.SellOff with { Classes = 99 }, Rules.CapHit with { Lasting = 1_000_000 },
            Rules.ConsensusCapture with { Epochs = 999 }, Rules.Intervention with { Moved = 1.1 }, Rules.Dominance with { Emission = 1, Holding = 1 });
        Assert.All(DetectionKind.All, kind =>
        {
            var (labels, seen) = SyntheticSubnet.Of(kind, isNear: false, seed: 17, deaf);
            Assert.Contains(labels, label => label.Kind == kind);
            Assert.Empty(seen);
        });
    }

    private static (int Found, int Missed, int Wrong) Counts(string kind, bool isNear)
    {
        var (found, missed, wrong) = (0, 0, 0);
        foreach (var series in Labelled.Value.Where(series => series.IsNear == isNear))
        {
            var label = series.Labels.FirstOrDefault(label => label.Kind == kind);
            var seen = series.Seen.Where(sighting => sighting.Kind == kind).ToArray();
            if (label is not null && seen.Any(sighting => Meets(sighting, label))) found++;
            else if (label is not null) missed++;
            if (seen.Any(sighting => label is null || !Meets(sighting, label))) wrong++;
        }
        return (found, missed, wrong);
    }

    private static bool Meets(Sighting seen, Injected label) => seen.From.Height <= label.To + Slack && seen.To.Height >= label.From - Slack;

    /// <summary>Precision and recall on the clear ones, then on the near ones.</summary>
    private static string Row(string kind) => $"| {kind} | {Words(Counts(kind, isNear: false))} | {Words(Counts(kind, isNear: true))} |";

    private static string Words((int Found, int Missed, int Wrong) counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{counts.Found + counts.Missed} | {Ratio(counts.Found, counts.Found + counts.Wrong)} | {Ratio(counts.Found, counts.Found + counts.Missed)}");

    private static string Ratio(int part, int of) => of == 0 ? "–" : (part / (double)of).ToString("0.00", CultureInfo.InvariantCulture);

    private sealed record Series(IReadOnlyList<Injected> Labels, IReadOnlyList<Sighting> Seen, bool IsNear)
    {
        public static Series Of(string kind, bool isNear, int seed)
        {
            var (labels, seen) = SyntheticSubnet.Of(kind, isNear, seed, Rules);
            return new Series(labels, seen, isNear);
        }
    }
}
