using System.CommandLine;
using Dtao.Cli.Screen;
using Dtao.Records.Validation;
using Dtao.Sweeps.Analysis;
using Dtao.Sweeps.Sensitivity;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao measure SWEEP</c>: every metric at every point with its interval, a row each; or what factors do to one of them.</summary>
internal sealed class SweepMeasureVerb(Terminal terminal, ParseResult parsed)
{
    public static Option<string?> Sobol { get; } = new("--sobol") { Description = "Of a sweep of a saltelli design: Sobol indices of this metric.", HelpName = "METRIC" };

    public static Option<string?> Morris { get; } = new("--morris") { Description = "Of a sweep of a morris design: Morris effects on this metric.", HelpName = "METRIC" };

    public static Option<string?> Against { get; } = new("--against") { Description = "Of a sweep: differences from this point, its number or its variant's name, seed by seed.", HelpName = "POINT" };

    private readonly AnswerForm form = parsed.FormOf();

    public ExitCode Execute(string folder)
    {
        var sweep = SweepRecord.Open(folder);
        terminal.NoticePartial(sweep);
        if (parsed.GetValue(Against) is { } against && (parsed.GetValue(Sobol) ?? parsed.GetValue(Morris)) is not null) throw new UsageError("--against goes without --sobol and --morris.");
        terminal.Show((parsed.GetValue(Sobol), parsed.GetValue(Morris)) switch
        {
            (not null, not null) => throw new UsageError("--sobol or --morris, not both: they need different designs."),
            ({ } metric, _) => Indices(sweep, Named(sweep, metric)),
            (_, { } metric) => Effects(sweep, Named(sweep, metric)),
            _ when parsed.GetValue(Against) is { } point => Differences(sweep, Point(sweep, point)),
            _ => ByPoint(sweep),
        }, form);
        return ExitCode.Done;
    }

    private Answer ByPoint(SweepRecord sweep) => new(
        ["point", .. sweep.Factors.Select(factor => factor.Path), "metric", "runs", "mean", "sd", "low", "high"],
        PointMeans.Of(sweep).SelectMany(point => sweep.Metrics.Select(metric => Row(point.Point, metric, point.Means[metric.Position]))));

    private Answer Differences(SweepRecord sweep, PointRow @base)
    {
        PairedMeans[] differences = [.. PairedMeans.Of(sweep, @base)];
        if (differences.Length > 0 && differences.All(point => point.Pairs == 0)) throw new UsageError("No two points have a run of the same seed: they cannot be compared seed by seed. Sweep without independent-seeds.");
        return Differences(sweep, differences);
    }

    private Answer Differences(SweepRecord sweep, IEnumerable<PairedMeans> differences) => new(
        ["point", .. sweep.Factors.Select(factor => factor.Path), "metric", "pairs", "difference", "sd", "low", "high"],
        differences.SelectMany(point => sweep.Metrics.Select(metric => Row(point.Point, metric, point.Differences[metric.Position]))));

    private static PointRow Point(SweepRecord sweep, string named) =>
        sweep.Points.FirstOrDefault(point => point.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == named || point.Values.Contains(named))
        ?? throw new UsageError($"The sweep has no point {named}: name a number from 1 to {sweep.Points.Length}, or a variant.");

    private object?[] Row(PointRow point, StudiedMetric metric, SampleMean mean) =>
        [(long)point.Number, .. point.Values, metric.Title, (long)mean.Count, Cell(metric, mean.Mean), metric.IsEvent ? null : Cell(metric, mean.Deviation), Cell(metric, mean.Low), Cell(metric, mean.High)];

    private static Answer Indices(SweepRecord sweep, StudiedMetric metric) => new(
        ["at", "factor", "first", "first_low", "first_high", "total", "total_low", "total_high"],
        SweepSensitivity.Sobol(sweep, metric).SelectMany(found => found.Of.Select(row => (object?[])[found.Where, row.Factor.Path, .. Cells(row.Found.First), .. Cells(row.Found.Total)])));

    private static Answer Effects(SweepRecord sweep, StudiedMetric metric) => new(
        ["at", "factor", "mu_star", "mu_star_low", "mu_star_high", "sigma", "sigma_low", "sigma_high", "mu", "mu_low", "mu_high"],
        SweepSensitivity.Effects(sweep, metric).SelectMany(found => found.Of.Select(row => (object?[])[found.Where, row.Factor.Path, .. Cells(row.Found.MeanSize), .. Cells(row.Found.Spread), .. Cells(row.Found.Mean)])));

    private static object?[] Cells(Estimate of) => [of.Value, of.Low, of.High];

    private static StudiedMetric Named(SweepRecord sweep, string name) =>
        sweep.Metric(name) ?? throw new UsageError($"The sweep has no metric {name}: {string.Join(", ", sweep.Metrics.Select(metric => metric.Name))}.");

    /// <summary>People read figures in their units, programs as they are.</summary>
    private object? Cell(StudiedMetric metric, double value) => double.IsNaN(value) ? null : form == AnswerForm.Table ? FigureText.Value(metric.IsEvent ? MeasureUnit.Percent : metric.Unit, value) : value;
}
