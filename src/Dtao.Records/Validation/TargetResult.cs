using System.Collections.Immutable;

namespace Dtao.Records.Validation;

/// <summary>A target over an ensemble.</summary>
public sealed record TargetResult(Target Target, ImmutableArray<FigureResult> Figures)
{
    /// <summary>Holds where every figure that can be measured holds.</summary>
    public Verdict Verdict =>
        Target.Kind != TargetKind.Counted ? Verdict.NotCounted
        : !Judged.Any() ? Verdict.NotMeasurable
        : Judged.All(figure => figure.Verdict == Verdict.Holds) ? Verdict.Holds
        : Verdict.Misses;

    /// <summary>Whether some of its figures need longer runs, so that what is said of it is said in part.</summary>
    public bool IsPartial => Judged.Any() && Figures.Any(figure => figure.Verdict == Verdict.NotMeasurable);

    /// <summary>Whether it holds in one run, taken alone: every figure that can be measured on the ensemble did happen there and is accepted.</summary>
    public bool HoldsIn(int run) => Judged.Any() && Judged.All(figure => figure.HoldsIn(run));

    private IEnumerable<FigureResult> Judged => Figures.Where(figure => figure.Verdict is Verdict.Holds or Verdict.Misses);
}
