using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Records.Reports;
using Dtao.Records.Validation;
using Dtao.Sweeps.Comparing;
using Dtao.Sweeps.Episodes;

namespace Dtao.Cli.Verbs;

/// <summary>A comparison on the screen, on a page and as JSON.</summary>
internal static class CompareTables
{
    private const string Meaning = "what it is";

    public static void Show(Terminal terminal, Comparison of, string page)
    {
        terminal.Say($"A {of.A}, B {of.B}. {of.Verdict}");
        foreach (var table in Of(of).Where(table => !table.Rows.IsEmpty))
        {
            terminal.Say($"{table.Title}:");
            terminal.Table(OnScreen(table.Header, table), table.Rows.Select(row => OnScreen(row, table)));
        }
        if (of.Config is { Count: 0 }) terminal.Say("No difference of configuration takes effect.");
        terminal.Say($"Page: {page}");
    }

    /// <summary>On a screen what a measure is stands last, where it may be long.</summary>
    private static IReadOnlyList<string> OnScreen(ImmutableArray<string> cells, CompareTable table)
    {
        var row = table.Header[1] == Meaning ? cells.RemoveAt(1).Add(cells[1]) : cells;
        return row.SetItem(0, "  " + row[0]);
    }

    public static IEnumerable<CompareTable> Of(Comparison of)
    {
        yield return new CompareTable(
            "Configuration", "Keys that take effect with another value.", ["key", "A", "B"],
            [.. (of.Config ?? []).Select(key => (ImmutableArray<string>)[key.Key, key.A.Value ?? "none", key.B.Value ?? "none"])], 3);
        yield return new CompareTable("Where they part", of.Verdict, ["", "row"], of.Parting?.Event is { } told ? [["A", Row(told.Table, told.A)], ["B", Row(told.Table, told.B)]] : [], 2);
        yield return of.IsEnsemble
            ? new CompareTable("Measures", "Medians, and what 90 of 100 bootstrapped medians lie in.", ["measure", Meaning, "A", "B", "B less A, by seed"], [.. of.Measures.Select(row => (ImmutableArray<string>)[row.Measure.Name, row.Measure.Meaning, Text(row.Measure.Unit, row.A), Text(row.Measure.Unit, row.B), Text(Plain(row.Measure.Unit), row.Difference)])], 2)
            : new CompareTable("Measures", "One run each: a difference may be chance.", ["measure", Meaning, "A", "B", "B less A"], [.. of.Measures.Select(row => (ImmutableArray<string>)[row.Measure.Name, row.Measure.Meaning, Level(row.Measure.Unit, row.A), Level(row.Measure.Unit, row.B), Level(Plain(row.Measure.Unit), row.Difference)])], 2);
    }

    public static JsonObject Json(Comparison of, string page) => new()
    {
        ["a"] = of.A,
        ["b"] = of.B,
        ["same"] = of.IsSame,
        ["verdict"] = of.Verdict,
        ["config"] = of.Config is null ? null : new JsonArray([.. of.Config.Select(key => new JsonObject { ["key"] = key.Key, ["a"] = key.A.Value, ["b"] = key.B.Value })]),
        ["first_block"] = of.Parting?.Block.Height,
        ["first_event"] = of.Parting?.Event is { } told ? new JsonObject { ["table"] = told.Table, ["block"] = told.Block, ["a"] = told.A, ["b"] = told.B } : null,
        ["measures"] = new JsonArray([.. of.Measures.Select(Json)]),
        ["page"] = page,
    };

    private static JsonObject Json(PairedDifference row) => new()
    {
        ["measure"] = row.Measure.Name,
        ["unit"] = row.Measure.Unit.ToString().ToLowerInvariant(),
        ["a"] = Json(row.A),
        ["b"] = Json(row.B),
        ["difference"] = Json(row.Difference),
    };

    private static JsonObject Json(Interval found) => new() { ["low"] = Number(found.Low), ["median"] = Number(found.Median), ["high"] = Number(found.High), ["runs"] = found.Count };

    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static string Row(string table, string? row) => row is null ? $"no further row in {table}" : $"{table}: {row}";

    private static string Text(MeasureUnit unit, Interval found) => found.Count == 0 ? "-" : $"{FigureText.Value(unit, found.Median)} [{FigureText.Value(unit, found.Low)}, {FigureText.Value(unit, found.High)}]";

    private static string Level(MeasureUnit unit, Interval found) => found.Count == 0 ? "-" : FigureText.Value(unit, found.Median);

    /// <summary>A difference of multiples is no multiple.</summary>
    private static MeasureUnit Plain(MeasureUnit unit) => unit is MeasureUnit.Times ? MeasureUnit.Number : unit;
}
