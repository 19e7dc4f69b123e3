using Dtao.Records.Reports;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Validation;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Reports;

/// <summary>Values of metrics as people read them.</summary>
internal static class MetricText
{
    public static string Value(StudiedMetric metric, double value) => metric.IsEvent || metric.Unit == MeasureUnit.Percent ? Shown.Percent(value) : Shown.Price(value) + UnitOf(metric);

    public static string Interval(StudiedMetric metric, SampleMean mean) => double.IsNaN(mean.Low) ? "" : $"{Value(metric, mean.Low)} to {Value(metric, mean.High)}";

    /// <summary>As a sentence.</summary>
    public static string Meaning(StudiedMetric metric) => metric.Meaning.Length == 0 ? "" : $"{char.ToUpperInvariant(metric.Meaning[0])}{metric.Meaning[1..].TrimEnd('.')}{(metric.Given is { } given ? $", among runs with {given}" : "")}.";

    public static LinearAxis Axis(StudiedMetric metric, IEnumerable<double> values) => metric.Unit == MeasureUnit.Percent
        ? LinearAxis.Around(values, "#,0.##", 100) with { Title = "%" }
        : LinearAxis.Around(values) with { Title = UnitOf(metric).Trim() };

    private static string UnitOf(StudiedMetric metric) => metric.Unit switch
    {
        MeasureUnit.Hours => " h",
        MeasureUnit.Days => " d",
        MeasureUnit.Tao => " TAO",
        MeasureUnit.Times => " times",
        _ => "",
    };
}
