namespace Dtao.Records.Reports.Drawing;

/// <summary>A value on the lower axis that rows are held against, named at its top.</summary>
internal sealed record Upright(double Value, string Name, bool ToTheLeft = false) : ILayer
{
    public Markup Draw(Plot plot) => Markup.Of(
        $"""<path class="rule" d="M{plot.Across(Value)} {plot.Frame.Top - 4}V{plot.Frame.Foot}"/><text class="over{(ToTheLeft ? " end" : "")}" x="{plot.Across(Value) + (ToTheLeft ? -4 : 4)}" y="{plot.Frame.Top - 8}">{Name}</text>""");
}
