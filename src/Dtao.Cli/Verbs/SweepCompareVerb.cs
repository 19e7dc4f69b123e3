using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Records.Reports;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Reports;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao compare SWEEP_A SWEEP_B</c>: by how much metrics differ, run by run where point and seed are the same.</summary>
internal sealed class SweepCompareVerb(Terminal terminal, ParseResult parsed)
{
    private const int MostOnScreen = 40;

    /// <param name="page">The folder that the page is written into.</param>
    public ExitCode Execute(string folderA, string folderB, string page)
    {
        var (a, b) = (SweepRecord.Open(folderA), SweepRecord.Open(folderB));
        foreach (var sweep in new[] { a, b }) terminal.NoticePartial(sweep);
        var comparison = SweepComparison.Of(a, b);
        var (nameA, nameB, verdict) = (Name(folderA), Name(folderB), SweepComparisonText.Verdict(comparison));
        var tables = SweepComparisonText.Tables(a, b, comparison);
        var written = ComparePage.Write(page, nameA, nameB, verdict, tables, runs: null);
        if (parsed.GetValue(CommonOptions.Json)) terminal.Json(Json(nameA, nameB, verdict, comparison, written));
        else Show($"A {nameA}, B {nameB}. {verdict}", comparison.IsSame ? [] : tables, written);
        return comparison.IsSame ? ExitCode.Done : ExitCode.NotReproduced;
    }

    private void Show(string verdict, ImmutableArray<CompareTable> tables, string page)
    {
        terminal.Say(verdict);
        foreach (var table in tables.Where(table => !table.Rows.IsEmpty)) Show(table);
        terminal.Say($"Page: {page}");
    }

    private void Show(CompareTable table)
    {
        terminal.Say($"{table.Title}:");
        terminal.Table(Indented(table.Header), table.Rows.Take(MostOnScreen).Select(row => (IReadOnlyList<string>)Indented(row)));
        if (table.Rows.Length > MostOnScreen) terminal.Say(FormattableString.Invariant($"  … and {table.Rows.Length - MostOnScreen} more rows, on the page."));
    }

    private static ImmutableArray<string> Indented(ImmutableArray<string> row) => row.SetItem(0, "  " + row[0]);

    private static JsonObject Json(string a, string b, string verdict, SweepComparison of, string page) => new()
    {
        ["a"] = a,
        ["b"] = b,
        ["same"] = of.IsSame,
        ["verdict"] = verdict,
        ["points"] = of.Points,
        ["pairs"] = of.Pairs,
        ["parted"] = of.Parted,
        ["alone"] = of.Alone,
        ["metrics"] = new JsonArray([.. of.Overall.Select(Json)]),
        ["points_metrics"] = new JsonArray([.. of.ByPoint.Select(Json)]),
        ["page"] = page,
    };

    private static JsonObject Json(SweepDifference row) => new()
    {
        ["metric"] = row.Metric.Name,
        ["point"] = row.Point?.Number,
        ["pairs"] = row.Difference.Count,
        ["a"] = Number(row.MeanA),
        ["b"] = Number(row.MeanB),
        ["difference"] = new JsonObject { ["low"] = Number(row.Difference.Low), ["mean"] = Number(row.Difference.Mean), ["high"] = Number(row.Difference.High) },
    };

    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static string Name(string path) => Path.GetFileName(Path.GetFullPath(path));
}
