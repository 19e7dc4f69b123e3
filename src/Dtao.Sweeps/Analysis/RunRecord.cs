using System.Collections.Immutable;

namespace Dtao.Sweeps.Analysis;

/// <summary>A run that has ended.</summary>
/// <param name="Run">Its place in the plan, from 1.</param>
/// <param name="Factors">As numbers, by position; NaN for a text.</param>
/// <param name="Values">Of the metrics, by position; NaN is nothing.</param>
/// <param name="Failure">Null where it is done.</param>
public sealed record RunRecord(int Run, int Point, int Replicate, long Seed, ImmutableArray<double> Factors, ImmutableArray<double> Values, string? StateHash, RecordedFailure? Failure);

/// <param name="What">What happened.</param>
/// <param name="Kind">threw, time, stack, memory, exit, config, disk, invariant.</param>
/// <param name="Agent">Who acted; null where nobody knows.</param>
/// <param name="Again">A command that shows it once more.</param>
public sealed record RecordedFailure(string What, string Kind, string? Agent, long? Block, string Again);

/// <param name="Number">From 1.</param>
/// <param name="Values">Of the factors as written, by position.</param>
public sealed record PointRow(int Number, ImmutableArray<string> Values);
