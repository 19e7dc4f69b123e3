namespace Dtao.Records.Reports.Drawing;

/// <summary>A level that lines are held against, named at its left end.</summary>
internal sealed record Rule(double Value, string Name) : ILayer
{
    public Markup Draw(Plot plot) => !plot.Y.Holds(Value) ? Markup.None : Markup.Of(
        $"""<path class="rule" d="M{plot.Frame.Left} {plot.Up(Value)}H{plot.Frame.RightEdge}"/><text class="over" x="{plot.Frame.Left + 4}" y="{plot.Up(Value) - 4}">{Name}</text>""");
}
