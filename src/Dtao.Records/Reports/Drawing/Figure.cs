using System.Collections.Immutable;

namespace Dtao.Records.Reports.Drawing;

/// <summary>A chart with its words, and the same as a table for those who cannot or will not look at it.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Caption">What is to be seen and how it was computed.</param>
/// <param name="Legend">Names of lines, for a drawing that has no room for them.</param>
internal sealed record Figure(string Id, string Title, string Caption, IDrawing Drawing, ImmutableArray<(string Name, string Style)> Legend, DataTable Table)
{
    public Markup Draw() => Markup.Of(
        $"""
        <figure id="{Id}">
        <h3>{Title}</h3>
        {Frame.Both.Select(frame => Drawing.Draw(frame, $"{Id}-{frame.Name}", Title, Caption))}
        {Names()}
        <figcaption>{Caption}</figcaption>
        <details><summary>As a table</summary>{Table.Draw(Title)}</details>
        </figure>
        """);

    private Markup Names() => Legend.IsEmpty ? Markup.None : Markup.Of($"""<ul class="legend narrow">{Legend.Select(Name)}</ul>""");

    private static Markup Name((string Name, string Style) of) => Markup.Of(
        $"""<li><svg width="26" height="10" aria-hidden="true"><path class="line {of.Style}" d="M1 5H25"/></svg>{of.Name}</li>""");
}
