namespace Dtao.Records.Reports.Drawing;

/// <summary>A dot for each value in a row, in turns a little higher and lower so that neighbours do not hide each other.</summary>
internal sealed record PairDots(int Row, IReadOnlyList<double> Values) : ILayer
{
    private const double Radius = 4;
    private const int Heights = 5;

    public Markup Draw(Plot plot) => Markup.Join(Values.Select((value, i) => Markup.Of(
        $"""<circle class="box {(value >= 0 ? "above" : "below")}" cx="{plot.Across(value)}" cy="{plot.Up(Row) + (i % Heights - Heights / 2) * Radius}" r="{Radius}"/>""")));
}
