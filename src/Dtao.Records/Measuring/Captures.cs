using Dtao.Records.Measuring.Capture;
using Dtao.Records.Statistics;
using Dtao.Records.Validation;

namespace Dtao.Records.Measuring;

/// <summary>How often emission is captured and how long that lasts. Definitions as in <see cref="CaptureEpisode"/>.</summary>
internal static class Captures
{
    private const string Source = "this project: more than the mean and among the first tenth by emission, for a day or longer";

    public static IEnumerable<RunFigure> All { get; } =
    [
        new("captures", MeasureUnit.Count, "times that a subnet of another kind than ai came among those that get most emission", Source, e => Of(e, episodes => episodes.Count)),
        new("capture-days", MeasureUnit.Days, "days until half of such times have ended; those that outlast the run count as longer", "Kaplan and Meier (1958), Journal of the American Statistical Association 53, 457",
            e => Of(e, episodes => SurvivalTime.Median(episodes.Select(episode => (episode.Days, episode.Ended))))),
        new("captures-ended", MeasureUnit.Percent, "share of such times that ended before the run did", Source,
            e => Of(e, episodes => episodes.Count > 0 ? episodes.Count(episode => episode.Ended) / (double)episodes.Count : double.NaN)),
    ];

    private static double Of(Evidence evidence, Func<IReadOnlyList<CaptureEpisode>, double> value) =>
        evidence.Chain?.KindSamples() is { Count: > 0 } samples ? value(CaptureEpisode.In(samples)) : double.NaN;
}
