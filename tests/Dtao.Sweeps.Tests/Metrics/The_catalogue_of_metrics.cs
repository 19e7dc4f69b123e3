using Dtao.Records.Validation;
using Dtao.Sweeps.Metrics;

namespace Dtao.Sweeps.Tests.Metrics;

public sealed class The_catalogue_of_metrics
{
    [Fact]
    public void Names_measures_figures_series_detections_and_events() =>
        Assert.Equal(["measure", "figure", "series", "detection", "event"], MetricCatalogue.All.Select(source => source.Kind).Distinct());

    [Fact]
    public void Says_of_each_what_it_is_and_where_it_comes_from() => Assert.All(MetricCatalogue.All, source => Assert.True(source.Meaning.Length > 0 && source.Source.Length > 0));

    [Fact]
    public void Shows_how_each_is_written() => Assert.All(MetricCatalogue.All, source =>
        Assert.Equal((source.Unit, source.Meaning), SomeMetrics.Of($"metrics {{ it = {{ {source.Form} }} }}").Metrics.Single() is var metric ? (metric.Unit, Plain(metric.Meaning)) : default));

    [Fact]
    public void Finds_a_figure_where_a_measure_is_asked_for()
    {
        var set = SomeMetrics.Of("metrics { a = { measure = pumps-a-year }, b = { measure = pump-rate } }");
        Assert.IsType<MeasureForm>(set.Metrics[0].Form);
        Assert.IsType<FigureForm>(set.Metrics[1].Form);
        Assert.Equal(MeasureUnit.Number, set.Metrics[1].Unit);
    }

    /// <summary>Without what a metric says of which number it takes.</summary>
    private static string Plain(string meaning) => meaning.Replace("; at the end", "", StringComparison.Ordinal).Replace("how many: ", "", StringComparison.Ordinal);
}
