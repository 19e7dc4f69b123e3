using Dtao.Records.Reports.Drawing;

namespace Dtao.Sweeps.Reports.Figures;

/// <summary>A rectangle, in pixels.</summary>
internal readonly record struct CellBox(double X, double Y, double Width, double Height)
{
    private const double Apart = 7;

    /// <summary>Strokes from lower left to upper right, cut at the edges, so that a neighbour's go on in line: where x + y is a multiple of the distance.</summary>
    public Markup Hatching
    {
        get
        {
            var box = this;
            var first = Math.Ceiling((X + Y) / Apart) * Apart;
            var strokes = (int)Math.Floor((X + Y + Width + Height - first) / Apart) + 1;
            return Markup.Join(Enumerable.Range(0, strokes).Select(i => box.Stroke(first + i * Apart)), "");
        }
    }

    private Markup Stroke(double sum)
    {
        var (left, right) = (Math.Max(X, sum - Y - Height), Math.Min(X + Width, sum - Y));
        return right - left < 0.1 ? Markup.None : Markup.Of($"M{left} {sum - left}L{right} {sum - right}");
    }
}
