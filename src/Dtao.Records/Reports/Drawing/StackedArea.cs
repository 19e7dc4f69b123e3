namespace Dtao.Records.Reports.Drawing;

/// <summary>Parts of a whole, one on the other. Where many values fall on a column of pixels their mean is drawn: a share has no peaks worth keeping that the stack could show.</summary>
/// <param name="X">Ascending.</param>
/// <param name="Parts">From the foot upwards; as many values as <paramref name="X"/>.</param>
internal sealed record StackedArea(IReadOnlyList<double> X, IReadOnlyList<(string Name, string Style, double[] Values)> Parts) : ILayer
{
    private const double Column = 2;

    /// <summary>Names at the middle of each part's right end.</summary>
    public EndLabels Names => new([.. Parts.Select((part, i) => (part.Name, part.Style, Sum(i, X.Count - 1) - part.Values[^1] / 2))]);

    public Markup Draw(Plot plot)
    {
        var columns = Enumerable.Range(0, X.Count).GroupBy(i => Math.Floor(plot.Across(X[i]) / Column), i => i).Select(column => column.ToArray()).ToArray();
        return Markup.Join(Parts.Select((part, k) => Markup.Of($"""<path class="part {part.Style}" d="{Polyline.Path(Edge(plot, columns, k).Concat(Edge(plot, columns, k - 1).Reverse()))}Z"/>""")));
    }

    private IEnumerable<(double X, double Y)> Edge(Plot plot, int[][] columns, int upTo) => columns.Select(column => (plot.Across(X[column[^1]]), plot.Up(column.Average(i => Sum(upTo, i)))));

    private double Sum(int upTo, int at)
    {
        var sum = 0.0;
        for (var k = 0; k <= upTo; k++) sum += Parts[k].Values[at];
        return sum;
    }
}
