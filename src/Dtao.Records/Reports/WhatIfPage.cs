using System.Collections.Immutable;
using Dtao.Records.Folders;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Reports.Sections;

namespace Dtao.Records.Reports;

/// <summary>A metric's differences between the runs of pairs, ready to be drawn.</summary>
/// <param name="Unit">What they are counted in; may be empty.</param>
/// <param name="Factor">What they are multiplied by to be shown in it.</param>
/// <param name="Differences">One a pair.</param>
/// <param name="Low">The lower end of the interval of <paramref name="Middle"/>.</param>
/// <param name="Spread">Standard deviation over the runs without the settings; 0 where they do not differ.</param>
public sealed record DifferenceRow(string Name, string Unit, double Factor, ImmutableArray<double> Differences, double Low, double Middle, double High, double Spread);

/// <summary>What some settings change, on one page: the chief metric pair by pair, all metrics on one scale, and as a table.</summary>
public static class WhatIfPage
{
    public const string File = "what-if.html";

    private const double RowHeight = 24;

    /// <summary>Writes <c>what-if.html</c> into a folder.</summary>
    /// <param name="verdict">In a sentence.</param>
    /// <param name="rows">The chief metric first.</param>
    /// <returns>Its path.</returns>
    /// <exception cref="RecordingFailed">It cannot be written.</exception>
    public static string Write(string folder, string question, string verdict, IReadOnlyList<DifferenceRow> rows, CompareTable table)
    {
        var path = Path.Combine(folder, File);
        Disk.Put(path, Of(question, verdict, rows, table), OpenGate.Always);
        return path;
    }

    private static string Of(string question, string verdict, IReadOnlyList<DifferenceRow> rows, CompareTable table)
    {
        Section?[] sections =
        [
            Section.Of("pairs", "Pair by pair", rows is [var chief, ..] ? Chief(chief) : null),
            Section.Of("scale", "All on one scale", Scaled([.. rows.Where(row => row.Spread > 0)])),
            new Section("table", table.Title, Markup.Of($"<p>{table.Note}</p>\n{new DataTable(table.Header, table.Rows, table.Words).Draw(table.Title)}")),
        ];
        return Page.Of($"{question} by dtao", Markup.Of(
            $"""
            <header>
            <p class="kicker">What if</p>
            <h1>{question}</h1>
            <p class="notice">{verdict}</p>
            </header>
            <main>
            {sections.OfType<Section>().Select(section => section.Draw())}
            </main>
            <footer>This page asks no server for anything and runs no script.</footer>
            """));
    }

    private static Figure Chief(DifferenceRow row) => Chief(row, LinearAxis.Around([0, row.Low, row.High, .. row.Differences], factor: row.Factor) with { Title = row.Unit });

    private static Figure Chief(DifferenceRow row, LinearAxis axis) => new(
        "chief", $"{row.Name}: with less without",
        "Each dot is a pair of runs with the same seed. Below, from the smallest difference to the largest, with the middle as a stroke in its interval as a box.",
        new Chart(
            axis,
            new CategoryAxis(["pairs", "middle"]),
            [new PairDots(0, row.Differences), new BoxRow(1, row.Differences.Min(), row.Low, row.Middle, row.High, row.Differences.Max(), row.Middle >= 0 ? "above" : "below"), None(axis)],
            Height: 190, RowNames: 8),
        [],
        new DataTable(["pair", "with less without"], [.. row.Differences.Select((value, i) => (ImmutableArray<string>)[Shown.Whole(i + 1), Shown.Price(value * row.Factor)])]));

    private static Figure? Scaled(IReadOnlyList<DifferenceRow> rows) =>
        rows.Count == 0 ? null : Scaled(rows, LinearAxis.Around(rows.SelectMany(row => new[] { 0, row.Low / row.Spread, row.High / row.Spread })));

    private static Figure Scaled(IReadOnlyList<DifferenceRow> rows, LinearAxis axis) => new(
        "scaled", "Differences in standard deviations",
        "Every metric's difference over the standard deviation of its runs without the settings: the interval as a box, the middle as a stroke. What a seed changes anyway is 1.",
        new Chart(
            axis,
            new CategoryAxis([.. rows.Select(row => Shown.Name(row.Name))]),
            [
                .. rows.Select((row, i) => new BoxRow(i, row.Low / row.Spread, row.Low / row.Spread, row.Middle / row.Spread, row.High / row.Spread, row.High / row.Spread, row.Middle >= 0 ? "above" : "below")),
                None(axis),
            ], Height: rows.Count * RowHeight + 74, RowNames: Math.Clamp(rows.Max(row => row.Name.Length), 6, 18)),
        [],
        new DataTable(["metric", "low", "middle", "high"], [.. rows.Select(row => (ImmutableArray<string>)[row.Name, Shown.Price(row.Low / row.Spread), Shown.Price(row.Middle / row.Spread), Shown.Price(row.High / row.Spread)])]));

    /// <summary>Named where there is room.</summary>
    private static Upright None(LinearAxis axis) => new(0, "no difference", ToTheLeft: axis.ShareOf(0) > 0.5);
}
