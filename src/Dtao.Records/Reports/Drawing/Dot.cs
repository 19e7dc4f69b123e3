namespace Dtao.Records.Reports.Drawing;

/// <summary>The mark of a value: round, or square where two kinds stand beside each other and colour alone should not tell them.</summary>
internal static class Dot
{
    private const double Radius = 4;

    public static Markup Draw(double x, double y, string style, bool isSquare) => isSquare
        ? Markup.Of($"""<rect class="dot {style}" x="{x - Radius}" y="{y - Radius}" width="{2 * Radius}" height="{2 * Radius}"/>""")
        : Markup.Of($"""<circle class="dot {style}" cx="{x}" cy="{y}" r="{Radius}"/>""");
}
