using System.Collections.Immutable;

namespace Dtao.Records.Validation;

/// <summary>An ensemble held against the record.</summary>
/// <param name="Days">How long the shortest run is.</param>
public sealed record Scorecard(ImmutableArray<TargetResult> Targets, int Runs, double Days, int Announced)
{
    /// <summary>The episode's own targets: how it rose and fell.</summary>
    private const int FirstOfEpisode = 1, LastOfEpisode = 7;

    /// <summary>Targets that can be measured and count.</summary>
    public int Counted => Targets.Count(target => target.Verdict is Verdict.Holds or Verdict.Misses);

    public int Held => Targets.Count(target => target.Verdict == Verdict.Holds);

    public int NotMeasurable => Targets.Count(target => target.Verdict == Verdict.NotMeasurable);

    public int NotCounted => Targets.Count(target => target.Verdict == Verdict.NotCounted);

    /// <summary>Of <see cref="Held"/>, those of which a figure needs longer runs.</summary>
    public int HeldInPart => Targets.Count(target => target.Verdict == Verdict.Holds && target.IsPartial);

    /// <summary>Runs in which at least <paramref name="least"/> of targets 1 to 7 hold together.</summary>
    public int JointlyHeld(int least) => Enumerable.Range(0, Runs).Count(run => Episode.Count(target => target.HoldsIn(run)) >= least);

    private IEnumerable<TargetResult> Episode => Targets.Where(target => target.Target.Number is >= FirstOfEpisode and <= LastOfEpisode);

    /// <param name="runs">What each run gave.</param>
    /// <param name="control">The same from an ensemble without the foundation; empty where there is none.</param>
    public static Scorecard Of(TargetSet set, IReadOnlyList<RunMeasures> runs, IReadOnlyList<RunMeasures> control) => new(
        [.. set.Targets.Select(target => Of(target, target.Control ? control : runs))],
        runs.Count,
        Shortest(runs),
        runs.Count(run => run.Announced));

    private static TargetResult Of(Target target, IReadOnlyList<RunMeasures> runs) =>
        new(target, [.. target.Figures.Select(figure => new FigureResult(figure, [.. runs.Select(run => run.Of(figure))], Shortest(runs)))]);

    private static double Shortest(IReadOnlyList<RunMeasures> runs) => runs.Count == 0 ? 0 : runs.Min(run => run.Days);
}
