using Dtao.Records.Reading;
using Dtao.Records.Validation;
using Dtao.Records.Validation.Measures;

namespace Dtao.Sweeps.Metrics;

public sealed record Metric(string Name, MeasureUnit Unit, string Meaning, bool IsEvent, string? Given);

public sealed record MetricSet(IReadOnlyList<Metric> Metrics, IReadOnlyList<string> Series, long SeriesEveryBlocks)
{
    public static MetricSet Usual { get; } = new([new("pump-multiple", MeasureUnit.Times, "", false, null), new("worst-24h", MeasureUnit.Percent, "", false, null)], [], 1);

    public RunOutcome Of(RunReader run)
    {
        using var evidence = Evidence.Of(run);
        return new RunOutcome([.. Metrics.Select(metric => MeasureCatalogue.Find(metric.Name)!.Of(evidence).Value)], []);
    }
}
