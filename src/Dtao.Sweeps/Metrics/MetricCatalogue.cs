using Dtao.Records.Measuring;
using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;

namespace Dtao.Sweeps.Metrics;

/// <summary>A name that a metric can be made of.</summary>
/// <param name="Kind">Measure, figure, series, detection or event.</param>
/// <param name="Key">Under which a metric names it.</param>
/// <param name="Meaning">In a line.</param>
/// <param name="Source">Where its definition comes from.</param>
public sealed record MetricSource(string Name, string Kind, string Key, MeasureUnit Unit, string Meaning, string Source)
{
    /// <summary>A metric of it, as a sweep file writes it.</summary>
    public string Form => Key == "series" ? $"series = {Name}, take = final" : $"{Key} = {Name}";
}

/// <summary>Everything that metrics can be made of.</summary>
public static class MetricCatalogue
{
    /// <summary>Kind by kind.</summary>
    public static IReadOnlyList<MetricSource> All { get; } =
    [
        .. MeasureCatalogue.Names.Select(name => MeasureCatalogue.Find(name)!).Select(measure => new MetricSource(measure.Name, "measure", "measure", measure.Unit, measure.Meaning, "config/targets")),
        .. RunFigure.All.Select(figure => new MetricSource(figure.Name, "figure", "figure", figure.Unit, figure.Meaning, figure.Source)),
        .. RunSeries.All.Select(series => new MetricSource(series.Name, "series", "series", series.Unit, series.Meaning, "run.db, every record.sample")),
        .. CountedKind.All.Select(kind => kind.Table == CountedKind.Detections
            ? new MetricSource(kind.Name, "detection", "count", MeasureUnit.Count, kind.Meaning, $"run.db, detections; detectors.{kind.Name}")
            : new MetricSource(kind.Name, "event", "count", MeasureUnit.Count, kind.Meaning, "run.db, events")),
    ];
}
