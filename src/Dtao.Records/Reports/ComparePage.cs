using System.Collections.Immutable;
using Dtao.Records.Folders;
using Dtao.Records.Reading;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Reports.Figures;
using Dtao.Records.Reports.Sections;

namespace Dtao.Records.Reports;

/// <summary>A table of a comparison, ready to be shown.</summary>
/// <param name="Rows">As many cells as <paramref name="Header"/> has.</param>
public sealed record CompareTable(string Title, string Note, ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows, int Words);

/// <summary>Two runs or two ensembles on one page: what differs, since when, by how much, and both in one picture.</summary>
public static class ComparePage
{
    public const string File = "compare.html";

    /// <summary>What every page of this program begins with, so that none of anybody else is written over.</summary>
    private const string Ours = "<meta name=\"generator\" content=\"dtao\">";

    /// <summary>Writes <c>compare.html</c> into a folder.</summary>
    /// <param name="verdict">In a sentence or two.</param>
    /// <param name="runs">The two runs whose lines are drawn; null for none.</param>
    /// <returns>Its path.</returns>
    /// <exception cref="RunFolderRefused">There is a file of that name that this program has not written.</exception>
    /// <exception cref="RecordingFailed">It cannot be written.</exception>
    public static string Write(string folder, string a, string b, string verdict, IEnumerable<CompareTable> tables, (RunReader A, RunReader B)? runs)
    {
        var path = Path.Combine(folder, File);
        if (System.IO.File.Exists(path) && !System.IO.File.ReadAllText(path).Contains(Ours, StringComparison.Ordinal))
            throw new RunFolderRefused(path, FolderRefusal.NotARun, $"{path} is there already and was not written by a comparison.");
        Directory.CreateDirectory(folder);
        Disk.Put(path, Of(a, b, verdict, tables, runs), OpenGate.Always);
        return path;
    }

    private static string Of(string a, string b, string verdict, IEnumerable<CompareTable> tables, (RunReader A, RunReader B)? runs)
    {
        Section[] sections =
        [
            .. tables.Where(table => !table.Rows.IsEmpty).Select((table, i) => new Section($"t{(char)('a' + i)}", table.Title, Markup.Of($"<p>{table.Note}</p>\n{new DataTable(table.Header, table.Rows, table.Words).Draw(table.Title)}"))),
            .. runs is { } both ? Drawn(both.A, both.B) : [],
        ];
        return Page.Of($"{a} and {b} compared by dtao", Markup.Of(
            $"""
            <header>
            <p class="kicker">Comparison</p>
            <h1>{a} and {b}</h1>
            <p class="notice">{verdict}</p>
            <nav aria-label="Contents">{sections.Select(section => Markup.Of($"""<a href="#{section.Id}">{section.Title}</a>"""))}</nav>
            </header>
            <main>
            {sections.Select(section => section.Draw())}
            </main>
            <footer>This page asks no server for anything and runs no script.</footer>
            """));
    }

    private static IEnumerable<Section> Drawn(RunReader a, RunReader b)
    {
        using var first = Chronicle.Of(a);
        using var second = Chronicle.Of(b);
        if (first is null || second is null) return [];
        return Section.Of("pictures", "Side by side", [.. PairFigures.Of(first, second)]) is { } drawn ? [drawn] : [];
    }
}
