using System.Collections.Immutable;

namespace Dtao.Records.Reports.Drawing;

/// <summary>Values as they are written, one after the other, equally far apart whatever they are.</summary>
internal sealed record OrderedAxis(ImmutableArray<string> Names) : Axis(-0.5, Names.Length - 0.5)
{
    /// <summary>Where there is no room for all, every second, third ….</summary>
    public override IReadOnlyList<Tick> Ticks(int most)
    {
        var step = (Names.Length + most - 1) / Math.Max(1, most);
        return [.. Names.Select((name, i) => new Tick(i, name)).Where((_, i) => i % step == 0)];
    }
}
