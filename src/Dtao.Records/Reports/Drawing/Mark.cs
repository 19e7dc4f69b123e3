namespace Dtao.Records.Reports.Drawing;

/// <summary>A moment, as a line from top to bottom. Marks that would stand in each other's words are written one below the other.</summary>
internal sealed record Mark(double At, string Name, int Row = 0) : ILayer
{
    public Markup Draw(Plot plot)
    {
        if (!plot.X.Holds(At)) return Markup.None;
        var x = plot.Across(At);
        var isLeft = x + 4 + Name.Length * Frame.Character > plot.Frame.RightEdge;
        return Markup.Of(
            $"""<path class="mark" d="M{x} {plot.Frame.Top}V{plot.Frame.Foot}"/><text class="over{(isLeft ? " end" : "")}" x="{x + (isLeft ? -4 : 4)}" y="{plot.Frame.Top + 12 + Row * 14}">{Name}</text>""");
    }
}
