using System.Collections.Immutable;

namespace Dtao.Sweeps.Analysis;

/// <summary>How probable an event is at every pair of values of two factors, over whatever the others were.</summary>
/// <param name="Cells">Row after row: all values of X at the first of Y, then at the second.</param>
public sealed record PhaseDiagram(StudiedFactor X, StudiedFactor Y, StudiedMetric Event, ImmutableArray<PhaseCell> Cells)
{
    public PhaseCell this[int x, int y] => Cells[y * X.Levels.Length + x];

    public static PhaseDiagram Of(SweepRecord sweep, StudiedFactor x, StudiedFactor y, StudiedMetric of)
    {
        var cellOf = sweep.Points.ToDictionary(point => point.Number, point => y.Levels.IndexOf(point.Values[y.Position]) * x.Levels.Length + x.Levels.IndexOf(point.Values[x.Position]));
        var runs = sweep.Done.ToLookup(run => cellOf[run.Point], run => (run.Values[of.Position], run.Seed));
        var odds = SampleMean.Of(Enumerable.Range(0, x.Levels.Length * y.Levels.Length).Select(cell => new SeededValues(runs[cell])), isEvent: true);
        return new PhaseDiagram(x, y, of, [.. odds.Select((told, cell) => new PhaseCell(cell % x.Levels.Length, cell / x.Levels.Length, runs[cell].Count(), told))]);
    }

    /// <summary>Where the probability is one half: lines between the centres of cells, which lie at whole numbers. Only cells that count draw it.</summary>
    public ImmutableArray<Segment> Half => Contour.Of(X.Levels.Length, Y.Levels.Length, (x, y) => this[x, y].Counts ? this[x, y].Odds.Mean : double.NaN, 0.5);
}

/// <param name="Runs">Done, whether the event could be told in them or not.</param>
/// <param name="Odds">Of the event, where it could be told.</param>
public readonly record struct PhaseCell(int X, int Y, int Runs, SampleMean Odds)
{
    /// <summary>Fewer runs say little: of seven without the event, its probability may still be a third.</summary>
    public const int Least = 8;

    public bool Counts => Odds.Count >= Least;

    public int Hits => (int)Math.Round(Odds.Count == 0 ? 0 : Odds.Mean * Odds.Count);
}
