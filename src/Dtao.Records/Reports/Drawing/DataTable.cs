using System.Collections.Immutable;

namespace Dtao.Records.Reports.Drawing;

/// <summary>Rows of plain text. The first column names a row; the others are numbers, set to the right.</summary>
/// <param name="Words">How many of the first columns are words.</param>
internal sealed record DataTable(ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows, int Words = 1)
{
    public Markup Draw(string caption) => Markup.Of(
        $"""
        <div class="table"><table><caption>{caption}</caption><thead><tr>{Header.Select((cell, i) => Markup.Of($"""<th scope="col"{Kind(i)}>{cell}</th>"""))}</tr></thead>
        <tbody>{Rows.Select(Row)}</tbody></table></div>
        """);

    private Markup Row(ImmutableArray<string> row) => Markup.Of($"<tr>{row.Select(Cell)}</tr>");

    private Markup Cell(string cell, int column) => column == 0 ? Markup.Of($"""<th scope="row">{cell}</th>""") : Markup.Of($"<td{Kind(column)}>{cell}</td>");

    private Markup Kind(int column) => new(column >= Words ? " class=\"n\"" : "");
}
