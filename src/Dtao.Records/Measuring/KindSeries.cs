using Dtao.Records.Events;
using Dtao.Records.Measuring.Capture;
using Dtao.Records.Validation;
using Microsoft.Data.Sqlite;

namespace Dtao.Records.Measuring;

/// <summary>Who captures the emission and what it buys; of a run whose owners are of no kind there is nothing to tell.</summary>
internal static class KindSeries
{
    private static readonly IReadOnlyList<Quantity> Quantities =
    [
        .. SubnetKind.All.Select(kind => new Quantity("emission-" + kind.Name, MeasureUnit.Percent, $"share of the emission that goes to subnets whose owners {kind.OwnersDo} ({kind.Name})", sample => KindShare.Of(kind.Name, sample))),
        new("output-per-tao", MeasureUnit.Number, "worth to others of a day's work, TAO, over the TAO that the chain gives out in a day", OutputPerTao.Of),
        new("price-revenue-rank", MeasureUnit.Number, "Spearman's correlation of prices with what subnets earn outside, over subnets", PriceRank.AgainstRevenue),
        new("price-output-rank", MeasureUnit.Number, "Spearman's correlation of prices with the worth of their work to others, over subnets", PriceRank.AgainstOutput),
        new("captured-subnets", MeasureUnit.Count, "subnets of other kinds than ai among the tenth that gets most emission", sample => CaptureEpisode.Capturing(sample).Count()),
    ];

    public static IEnumerable<RunSeries> All { get; } = [.. Quantities.Select(one => new RunSeries(one.Name, one.Unit, one.Meaning, run => CourseOf(run, one.Of)))];

    /// <summary>The same as figures of a whole run: means over its samples from the second day on.</summary>
    public static IEnumerable<RunFigure> Means { get; } =
        [.. Quantities.Select(one => new RunFigure("mean-" + one.Name, one.Unit, "mean from the second day on: " + one.Meaning, "this project: kinds as owners declare them, emission as injected, over samples", evidence => MeanOf(evidence, one.Of)))];

    private static double MeanOf(Evidence evidence, Func<KindSample, double> value)
    {
        if (evidence.Chain?.KindSamples() is not { Count: > 0 } samples) return double.NaN;
        double[] told = [.. samples.Where(sample => sample.Block >= samples[0].Block + Beginning.Blocks).Select(value).Where(double.IsFinite)];
        return told.Length > 0 ? told.Average() : double.NaN;
    }

    private static Course CourseOf(SqliteConnection run, Func<KindSample, double> value)
    {
        var samples = KindSamples.Of(run);
        return samples.Count == 0 ? Course.None
            : new Course([.. samples.Select(sample => sample.Block - samples[0].Block)], [.. samples.Select(value)], samples[^1].Block - samples[0].Block);
    }

    private sealed record Quantity(string Name, MeasureUnit Unit, string Meaning, Func<KindSample, double> Of);
}
