using System.Collections.Immutable;
using System.Globalization;
using Dtao.Records.Reports.Drawing;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Sensitivity;

namespace Dtao.Sweeps.Reports.Figures;

/// <summary>What factors do to a metric, where the design tells.</summary>
internal static class SensitivityFigure
{
    private const double RowHeight = 34, Aside = 6;

    public static Figure Sobol(StudiedMetric metric, SensitivityOf<SobolIndices> found, string id)
    {
        var rows = found.Of;
        return new Figure(
            id,
            Title("Sobol indices", metric, found.Where),
            rows.All(row => double.IsNaN(row.Found.Total.Value)) ? $"{metric.Name} is the same at all points: there is no variance to share out." : $"Shares of the variance of {metric.Name} over the points (each the mean of its replicates) with 95 % intervals. First: what the factor makes alone. Total: what it makes in all that it takes part in; what it has beyond the first is interplay with others.",
            new Chart(
                LinearAxis.Around(rows.SelectMany(row => new[] { 0, 1, row.Found.First.Low, row.Found.First.High, row.Found.Total.Low, row.Found.Total.High }), "0.##"),
                Names(rows),
                [new Upright(0, ""), .. rows.SelectMany((row, i) => new ILayer[] { Row(i, row.Found.First, "c0", -Aside), Row(i, row.Found.Total, "c1", Aside) }), new Key([("first", "c0", false), ("total", "c1", true)])],
                Height: rows.Length * RowHeight + 74, RowNames: RoomFor(rows)),
            [],
            new DataTable(["factor", "first", "95 % interval", "total", "95 % interval"], [.. rows.Select(row => (ImmutableArray<string>)[row.Factor.Path, Value(row.Found.First.Value), Text(row.Found.First), Value(row.Found.Total.Value), Text(row.Found.Total)])]));
    }

    public static Figure Morris(StudiedMetric metric, SensitivityOf<MorrisEffects> found, string id)
    {
        var rows = found.Of.OrderByDescending(row => row.Found.MeanSize.Value).ToImmutableArray();
        return new Figure(
            id,
            Title("Morris effects", metric, found.Where),
            $"What {metric.Name} does when a factor alone goes over its whole range, with 95 % intervals, largest first. µ*: mean size of the change. σ: how much the change depends on where the other factors stand.",
            new Chart(
                LinearAxis.Around(rows.SelectMany(row => new[] { 0, row.Found.MeanSize.High, row.Found.Spread.High })),
                Names(rows),
                [.. rows.SelectMany((row, i) => new ILayer[] { Row(i, row.Found.MeanSize, "c0", -Aside), Row(i, row.Found.Spread, "c1", Aside) }), new Key([("µ*", "c0", false), ("σ", "c1", true)])],
                Height: rows.Length * RowHeight + 74, RowNames: RoomFor(rows)),
            [],
            new DataTable(["factor", "µ*", "95 % interval", "σ", "95 % interval", "µ", "95 % interval"],
                [.. rows.Select(row => (ImmutableArray<string>)[row.Factor.Path, Value(row.Found.MeanSize.Value), Text(row.Found.MeanSize), Value(row.Found.Spread.Value), Text(row.Found.Spread), Value(row.Found.Mean.Value), Text(row.Found.Mean)])]));
    }

    private static string Title(string what, StudiedMetric metric, string where) => $"{what} of {metric.Title}{(where.Length > 0 ? $" at {where}" : "")}";

    private static IntervalRow Row(int row, Estimate of, string style, double shift) => new(row, of.Low, of.Value, of.High, style, shift, IsSquare: shift > 0);

    private static CategoryAxis Names<T>(ImmutableArray<(StudiedFactor Factor, T Found)> rows) => new([.. rows.Select(row => Escaped.Cut(row.Factor.Name, 24))]);

    private static int RoomFor<T>(ImmutableArray<(StudiedFactor Factor, T Found)> rows) => rows.Max(row => Math.Clamp(row.Factor.Name.Length, 6, 24));

    private static string Text(Estimate of) => $"{Value(of.Low)} to {Value(of.High)}";

    private static string Value(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
