using Dtao.Hocon;
using Dtao.Records.Validation;

namespace Dtao.Sweeps.Metrics;

/// <summary>A number that is kept of every run of a sweep.</summary>
/// <param name="Unit">Of an event, percent: over runs it is a share.</param>
/// <param name="Meaning">In a line.</param>
/// <param name="IsEvent">Whether it is 1 where something happened and 0 where it did not.</param>
/// <param name="Given">The event without which there is nothing to tell; null where there always is.</param>
public sealed record Metric(string Name, MeasureUnit Unit, string Meaning, bool IsEvent, string? Given, MetricForm Form, Threshold? Threshold)
{
    /// <summary>Where it is named: in a sweep file, or in the text of the usual ones.</summary>
    public Origin Origin { get; init; }

    /// <summary>NaN for nothing. What did not happen is no number, but it is an event that did not happen.</summary>
    internal double Of(MeasuredRun run) => (Form.Of(run), Threshold) switch
    {
        ({ Finding: Finding.Unknown }, _) => double.NaN,
        ({ Finding: Finding.Absent }, null) => double.NaN,
        ({ Finding: Finding.Absent }, _) => 0,
        ({ Value: var value }, _) when !double.IsFinite(value) => double.NaN,
        ({ Value: var value }, null) => value,
        ({ Value: var value }, var threshold) => threshold.Value.Holds(value) ? 1 : 0,
    };
}

/// <summary>What makes an event of a number; both ends belong to it.</summary>
public readonly record struct Threshold(double? AtLeast, double? AtMost)
{
    public bool Holds(double value) => !(value < AtLeast) && !(value > AtMost);

    public override string ToString() => (AtLeast, AtMost) switch
    {
        ({ } low, { } high) => FormattableString.Invariant($"from {low} to {high}"),
        ({ } low, _) => FormattableString.Invariant($"at least {low}"),
        (_, { } high) => FormattableString.Invariant($"at most {high}"),
        _ => "any",
    };
}
