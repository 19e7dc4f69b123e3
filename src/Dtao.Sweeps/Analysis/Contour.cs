using System.Collections.Immutable;

namespace Dtao.Sweeps.Analysis;

/// <summary>A piece of a line.</summary>
public readonly record struct Segment(double FromX, double FromY, double ToX, double ToY);

/// <summary>The line on which a value that is known on a grid equals a level.</summary>
/// <remarks>
/// Marching squares, the plane case of Lorensen and Cline, <i>Marching cubes</i>, SIGGRAPH 1987: on each edge of a square the line is where the values at its ends,
/// joined by a straight line, reach the level. A square whose diagonals are on different sides is cut as the mean of its corners says.
/// </remarks>
public static class Contour
{
    /// <param name="value">At a column and a row; NaN where it is not known: squares with such a corner are left out.</param>
    public static ImmutableArray<Segment> Of(int columns, int rows, Func<int, int, double> value, double level) =>
    [
        .. from y in Enumerable.Range(0, Math.Max(0, rows - 1))
           from x in Enumerable.Range(0, Math.Max(0, columns - 1))
           from segment in InSquare(x, y, [value(x, y) - level, value(x + 1, y) - level, value(x + 1, y + 1) - level, value(x, y + 1) - level])
           select segment,
    ];

    /// <param name="v">At the corners, going round.</param>
    private static IEnumerable<Segment> InSquare(int x, int y, double[] v)
    {
        if (v.Any(double.IsNaN)) return [];
        var crossed = Enumerable.Range(0, 4).Where(edge => v[edge] >= 0 != v[(edge + 1) % 4] >= 0).Select(edge => OnEdge(x, y, v, edge)).ToArray();
        if (crossed.Length == 2) return [Between(crossed[0], crossed[1])];
        if (crossed.Length != 4) return [];
        return v.Average() >= 0 == v[0] >= 0 ? [Between(crossed[0], crossed[1]), Between(crossed[2], crossed[3])] : [Between(crossed[3], crossed[0]), Between(crossed[1], crossed[2])];
    }

    private static (double X, double Y) OnEdge(int x, int y, double[] v, int edge)
    {
        var share = v[edge] / (v[edge] - v[(edge + 1) % 4]);
        return edge switch
        {
            0 => (x + share, y),
            1 => (x + 1, y + share),
            2 => (x + 1 - share, y + 1),
            _ => (x, y + 1 - share),
        };
    }

    private static Segment Between((double X, double Y) from, (double X, double Y) to) => new(from.X, from.Y, to.X, to.Y);
}
