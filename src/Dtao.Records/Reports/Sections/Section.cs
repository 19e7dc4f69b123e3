using System.Collections.Immutable;
using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports.Sections;

/// <summary>A part of a report under a heading.</summary>
/// <param name="Id">Unique on the page; what the list of contents points at.</param>
internal sealed record Section(string Id, string Title, Markup Body)
{
    /// <summary>Figures that the run has; null of a run that has none of them.</summary>
    public static Section? Of(string id, string title, params ImmutableArray<Figure?> figures) =>
        figures.OfType<Figure>().ToArray() is { Length: > 0 } drawn ? new Section(id, title, Markup.Join(drawn.Select(figure => figure.Draw()))) : null;

    public Section With(Markup more) => this with { Body = Markup.Of($"{Body}\n{more}") };

    public Markup Draw() => Markup.Of(
        $"""
        <section id="{Id}" aria-labelledby="{Id}-h">
        <h2 id="{Id}-h">{Title}</h2>
        {Body}
        </section>
        """);
}
