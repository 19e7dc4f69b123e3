using Dtao.Records.Measuring.Capture;
using Dtao.Records.Validation;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Measuring;

/// <summary>Who captures the emission and what it buys; of a run whose owners are of no kind there is nothing to tell.</summary>
internal static class KindSeries
{
    /// <summary>Kinds of owners, as configurations call them.</summary>
    public static IReadOnlyList<(string Kind, string Meaning)> Kinds { get; } =
    [
        ("ai", "do work for others"), ("meme", "pay for holding"), ("cost-subsidy", "live on the costs that emission pays"), ("empty", "do nothing"),
    ];

    public static IEnumerable<RunSeries> All { get; } =
    [
        .. Kinds.Select(kind => Taken("emission-" + kind.Kind, MeasureUnit.Percent, $"share of the emission that goes to subnets whose owners {kind.Meaning} ({kind.Kind})", sample => KindShare.Of(kind.Kind, sample))),
        Taken("output-per-tao", MeasureUnit.Number, "worth to others of a day's work, TAO, over the TAO that the chain gives out in a day", OutputPerTao.Of),
        Taken("price-revenue-rank", MeasureUnit.Number, "Spearman's correlation of prices with what subnets earn outside, over subnets", PriceRank.AgainstRevenue),
        Taken("price-output-rank", MeasureUnit.Number, "Spearman's correlation of prices with the worth of their work to others, over subnets", PriceRank.AgainstOutput),
        Taken("captured-subnets", MeasureUnit.Count, "subnets of other kinds than ai among the tenth that gets most emission", sample => CaptureEpisode.Capturing(sample).Count()),
    ];

    private static RunSeries Taken(string name, MeasureUnit unit, string meaning, Func<KindSample, double> value) => new(name, unit, meaning, run => CourseOf(run, value));

    private static Course CourseOf(SqliteConnection run, Func<KindSample, double> value)
    {
        var samples = KindSamples.Of(run);
        return samples.Count == 0 ? Course.None
            : new Course([.. samples.Select(sample => sample.Block - samples[0].Block)], [.. samples.Select(value)], samples[^1].Block - samples[0].Block);
    }
}
