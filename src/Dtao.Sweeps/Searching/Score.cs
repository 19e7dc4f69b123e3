using Dtao.Records.Validation;

namespace Dtao.Sweeps.Searching;

/// <summary>How near a candidate comes.</summary>
/// <param name="Held">Counted figures whose median is accepted.</param>
/// <param name="Judged">Counted figures that can be measured.</param>
/// <param name="Distance">How far the medians of the others lie outside their ranges, in widths of these, summed.</param>
public readonly record struct Score(int Held, int Judged, double Distance) : IComparable<Score>
{
    /// <summary>Of an open range, the least size of its end that it is measured by.</summary>
    private const double LeastWidth = 0.01;

    public static Score Of(Scorecard card)
    {
        var judged = card.Targets.Where(target => target.Target.Kind == TargetKind.Counted).SelectMany(target => target.Figures)
            .Where(figure => figure.Verdict is Verdict.Holds or Verdict.Misses).ToArray();
        var missed = judged.Where(figure => figure.Verdict == Verdict.Misses).ToArray();
        return new Score(judged.Length - missed.Length, judged.Length, missed.Sum(figure => Outside(figure.Figure.Accept!.Value, figure.Band.Median)));
    }

    /// <summary>The better one comes first: who holds more, and of those who hold as many, who misses less.</summary>
    public int CompareTo(Score other) => (other.Held, Distance).CompareTo((Held, other.Distance));

    /// <summary>Where a share of runs is asked for, the median may be accepted and the figure missed.</summary>
    private static double Outside(Accepted range, double median) =>
        Math.Max(0, Math.Max((range.AtLeast ?? median) - median, median - (range.AtMost ?? median))) / WidthOf(range);

    private static double WidthOf(Accepted range) => Math.Max(LeastWidth, range switch
    {
        { AtLeast: { } low, AtMost: { } high } => high - low,
        _ => Math.Abs(range.AtLeast ?? range.AtMost ?? 0),
    });
}
