namespace Dtao.Sweeps.Metrics;

/// <summary>What is kept of a run of a sweep.</summary>
/// <param name="Values">In the order of the metrics; NaN where there is nothing to tell.</param>
public sealed record RunOutcome(IReadOnlyList<double> Values, IReadOnlyList<SeriesValue> Series);

/// <param name="Block">Since genesis.</param>
public readonly record struct SeriesValue(string Name, long Block, double Value);
