using System.Collections.Immutable;
using Dtao.Records.Statistics;

namespace Dtao.Records.Validation;

/// <summary>What became of a target or a figure.</summary>
public enum Verdict
{
    Holds,
    Misses,

    /// <summary>The runs are too short, or hold nothing to measure.</summary>
    NotMeasurable,

    /// <summary>Only shown.</summary>
    NotCounted,
}

/// <summary>A figure over an ensemble.</summary>
/// <param name="ByRun">What each run gave.</param>
/// <param name="Days">How long the shortest run is.</param>
public sealed record FigureResult(TargetFigure Figure, ImmutableArray<Measurement> ByRun, double Days)
{
    /// <summary>Over all runs that can tell; what did not happen counts as nothing, such as no fall.</summary>
    public Band Band { get; } = Band.Of(ByRun.Select(found => found.Value));

    /// <summary>Over the runs in which it happened.</summary>
    public Band Conditional { get; } = Band.Of(ByRun.Where(found => found.Finding == Finding.Measured).Select(found => found.Value));

    /// <summary>Whether there are runs in which it did not happen.</summary>
    public bool IsConditional => ByRun.Any(found => found.Finding == Finding.Absent);

    public bool IsMeasured => Figure.Measure is not null && Days >= Figure.Days && Band.Count > 0;

    public Verdict Verdict =>
        Figure.Accept is null ? Verdict.NotCounted
        : !IsMeasured ? Verdict.NotMeasurable
        : IsAccepted ? Verdict.Holds
        : Verdict.Misses;

    /// <summary>Why it is not measurable; empty where it is.</summary>
    public string Why =>
        IsMeasured ? ""
        : Figure.Measure is null ? Figure.Why
        : Days < Figure.Days ? FormattableString.Invariant($"not on {Days:0.#} days: needs {Figure.Days:0.#}")
        : ByRun.Select(found => found.Why).FirstOrDefault(why => why.Length > 0) ?? "";

    /// <summary>Whether it holds in one run: it must have happened, and be accepted.</summary>
    public bool HoldsIn(int run) => ByRun[run].Finding == Finding.Measured && Figure.Accept is { } accept && accept.Holds(ByRun[run].Value);

    private bool IsAccepted => Figure.ShareOfRuns is { } share
        ? Enumerable.Range(0, ByRun.Length).Count(HoldsIn) >= share * ByRun.Length
        : Figure.Accept!.Value.Holds(Band.Median);
}
