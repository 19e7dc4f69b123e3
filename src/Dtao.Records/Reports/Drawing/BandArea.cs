namespace Dtao.Records.Reports.Drawing;

/// <summary>What lies between two lines.</summary>
internal sealed record BandArea(string Style, IReadOnlyList<(double X, double Low, double High)> Points) : ILayer
{
    public Markup Draw(Plot plot)
    {
        var upper = Thinning.ByColumn(Points.Select(point => (point.X, point.High)), plot);
        var lower = Thinning.ByColumn(Points.Select(point => (point.X, point.Low)), plot).Reverse();
        return Points.Count < 2 ? Markup.None : Markup.Of($"""<path class="band {Style}" d="{Polyline.Path(upper.Concat(lower))}Z"/>""");
    }
}
