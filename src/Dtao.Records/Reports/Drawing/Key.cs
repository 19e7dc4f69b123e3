using System.Collections.Immutable;

namespace Dtao.Records.Reports.Drawing;

/// <summary>What marks mean, in the upper right corner.</summary>
/// <param name="Names">Each with its style and whether its mark is a square.</param>
internal sealed record Key(ImmutableArray<(string Name, string Style, bool IsSquare)> Names) : ILayer
{
    private const double Apart = 22;

    public Markup Draw(Plot plot)
    {
        var widths = Names.Select(name => name.Name.Length * Frame.Character + Apart).ToArray();
        var first = plot.Frame.RightEdge - widths.Sum();
        return Markup.Join(Names.Select((name, i) => Markup.Of(
            $"""{Dot.Draw(first + widths.Take(i).Sum() + 8, 10, name.Style, name.IsSquare)}<text class="tick" x="{first + widths.Take(i).Sum() + 16}" y="14">{name.Name}</text>""")));
    }
}
