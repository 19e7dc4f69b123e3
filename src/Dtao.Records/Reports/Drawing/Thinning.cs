namespace Dtao.Records.Reports.Drawing;

/// <summary>Of all values that fall on one column of pixels the first, the lowest, the highest and the last are drawn, in their order: the picture is the same and every peak is kept.</summary>
internal static class Thinning
{
    public static IEnumerable<(double X, double Y)> ByColumn(IEnumerable<(double X, double Y)> points, Plot plot, bool holds = false)
    {
        List<(double X, double Y)> column = [];
        var last = (X: double.NaN, Y: double.NaN);
        foreach (var point in points)
        {
            var at = (X: plot.Across(point.X), Y: plot.Up(point.Y));
            if (column.Count > 0 && Math.Floor(at.X) != Math.Floor(column[0].X))
            {
                foreach (var kept in Extremes(column)) yield return last = kept;
                column.Clear();
                if (holds && at.X - last.X > 1) yield return (at.X, last.Y);
            }
            column.Add(at);
        }
        foreach (var kept in Extremes(column)) yield return kept;
    }

    private static IEnumerable<(double X, double Y)> Extremes(List<(double X, double Y)> column)
    {
        if (column.Count <= 4) return column;
        var (low, high) = (0, 0);
        for (var i = 1; i < column.Count; i++)
        {
            if (column[i].Y < column[low].Y) low = i;
            if (column[i].Y > column[high].Y) high = i;
        }
        return new[] { 0, low, high, column.Count - 1 }.Distinct().Order().Select(i => column[i]);
    }
}
