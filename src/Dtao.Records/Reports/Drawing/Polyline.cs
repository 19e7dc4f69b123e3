using System.Globalization;
using System.Text;

namespace Dtao.Records.Reports.Drawing;

/// <summary>Values over time.</summary>
/// <param name="Style">Colour and dashes, from <see cref="Styles"/>.</param>
/// <param name="Holds">Whether a value holds until the next one, as a price does.</param>
internal sealed record Polyline(string Name, string Style, IReadOnlyList<(double X, double Y)> Points, bool Holds = false) : ILayer
{
    public Markup Draw(Plot plot) => Markup.Of($"""<path class="line {Style}" d="{Path(Thinning.ByColumn(Points, plot, Holds))}"/>""");

    /// <summary>A pen that is lifted where there is no value.</summary>
    internal static Markup Path(IEnumerable<(double X, double Y)> pixels)
    {
        var path = new StringBuilder();
        var isDown = false;
        foreach (var (x, y) in pixels)
        {
            if (double.IsNaN(y))
            {
                isDown = false;
                continue;
            }
            path.Append(CultureInfo.InvariantCulture, $"{(isDown ? 'L' : 'M')}{x:0.#} {y:0.#}");
            isDown = true;
        }
        return new Markup(path.ToString());
    }
}
