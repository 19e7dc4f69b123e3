using System.Collections.Immutable;

namespace Dtao.Records.Reports.Drawing;

/// <summary>Names, the first at the top.</summary>
internal sealed record CategoryAxis(ImmutableArray<string> Names) : Axis(Names.Length - 0.5, -0.5)
{
    /// <summary>All of them, however many.</summary>
    public override IReadOnlyList<Tick> Ticks(int most) => [.. Names.Select((name, i) => new Tick(i, name))];
}
