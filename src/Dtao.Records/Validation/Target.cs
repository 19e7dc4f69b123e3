using System.Collections.Immutable;
using Dtao.Protocol.Units;

namespace Dtao.Records.Validation;

/// <summary>What a target is good for.</summary>
public enum TargetKind
{
    /// <summary>It may hold or miss, and is counted.</summary>
    Counted,

    /// <summary>It is true by the chain's arithmetic, whatever agents do; shown and not counted.</summary>
    Arithmetic,

    /// <summary>It was put in at the start; shown and not counted.</summary>
    Input,
}

/// <summary>A figure of the record that a run is to come near.</summary>
/// <param name="Number">1 to 39, as in the record's table.</param>
/// <param name="Source">Where the real figures come from.</param>
/// <param name="Confidence">How sure the record is of them.</param>
/// <param name="InSample">Whether a knob was fitted on it.</param>
/// <param name="Control">Whether it is measured on an ensemble without the foundation.</param>
/// <param name="Figures">All must hold.</param>
public sealed record Target(int Number, string Title, string Source, string Confidence, TargetKind Kind, bool InSample, bool Control, ImmutableArray<TargetFigure> Figures);

/// <summary>One number of a target.</summary>
/// <param name="Measure">The statistic; null where none is built.</param>
/// <param name="Real">The real figure, as the record words it.</param>
/// <param name="Accept">What counts as near enough; null for a figure that is only shown.</param>
/// <param name="Days">How long a run must be.</param>
/// <param name="ShareOfRuns">Null: the median over runs must be accepted. Else: this share of the runs must be.</param>
/// <param name="Recorded">What the price files should give; null where they cannot tell.</param>
/// <param name="Why">Why there is no measure, or why the price files give something else than the record.</param>
public sealed record TargetFigure(string Name, Measure? Measure, string Real, Accepted? Accept, double Days, double? ShareOfRuns, Recorded? Recorded, string Why);

/// <summary>An accepted range; both ends belong to it, and a missing end is open.</summary>
public readonly record struct Accepted(double? AtLeast, double? AtMost)
{
    public bool Holds(double value) => !double.IsNaN(value) && !(value < AtLeast) && !(value > AtMost);
}

/// <summary>A figure that the price files should give.</summary>
/// <param name="Within">How far from <paramref name="Value"/> it may lie.</param>
public readonly record struct Recorded(double Value, double Within)
{
    public bool Agrees(double value) => Math.Abs(value - Value) <= Within;
}

/// <summary>All targets, and where the chain's own episode lies in the price files.</summary>
/// <param name="Marks">Of the chain.</param>
/// <param name="Start">The block before dTAO's first one.</param>
public sealed record TargetSet(string Title, EpisodeMarks Marks, Block Start, ImmutableArray<Target> Targets);
