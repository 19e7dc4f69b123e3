using Dtao.Records.Validation;

namespace Dtao.Sweeps.Analysis;

/// <summary>What was measured in every run.</summary>
/// <param name="Position">Among the metrics, from 0.</param>
/// <param name="IsEvent">Whether it is 1 or 0.</param>
/// <param name="Given">The event without which there is nothing to measure; null for none.</param>
public sealed record StudiedMetric(int Position, string Name, MeasureUnit Unit, string Meaning, bool IsEvent, string? Given)
{
    /// <summary><c>P(crashed | pumped)</c>, or the name.</summary>
    public string Title => IsEvent ? $"P({Name}{(Given is null ? "" : $" | {Given}")})" : Name;
}
