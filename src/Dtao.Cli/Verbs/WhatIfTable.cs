using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Records.Reports;
using Dtao.Records.Statistics;
using Dtao.Records.Validation;
using Dtao.Sweeps.Comparing;
using Dtao.Sweeps.Episodes;
using Dtao.Sweeps.Folders;
using Dtao.Sweeps.Plans;

namespace Dtao.Cli.Verbs;

/// <summary>The answer to a <c>what-if</c>: a line and a chart for the chief metric, a table of all, a page, and all of it as JSON.</summary>
internal sealed class WhatIfTable(WhatIf answer, SweepPlan plan, SweepFolder folder)
{
    private const string Note = "Medians of values, shares of events; nine of ten bootstrapped medians lie in the brackets, of shares Wilson's and Bonett and Price's intervals of 90 %. * The difference's interval leaves 0 out; one metric in ten does so by chance.";

    private const string Meaning = "what it is";

    private static readonly ImmutableArray<string> Header = ["metric", "without", "with", "with less without", "", "pairs"];

    public void Show(Terminal terminal, bool isJson)
    {
        var page = WhatIfPage.Write(
            folder.Path, plan.Question, Line(), [.. answer.Metrics.Where(metric => metric.Difference.Count > 0).OrderBy(metric => metric != answer.Chief).Select(Drawn)],
            new CompareTable("All metrics", Note, Header.Insert(1, Meaning), [.. answer.Metrics.Select(metric => Row(metric).Insert(1, metric.Metric.Meaning))], 2));
        if (isJson) terminal.Json(Json(page));
        else Say(terminal, page);
    }

    private void Say(Terminal terminal, string page)
    {
        terminal.Say(Line());
        if (answer.Chief is { } chief)
            foreach (var line in StripChart.Of([.. Known(chief)], chief.Difference.Low, chief.Difference.Median, chief.Difference.High, value => Signed(chief, value)))
                terminal.Say(line);
        terminal.Say("");
        terminal.Table([.. Header, Meaning], answer.Metrics.Select(metric => (IReadOnlyList<string>)[.. Row(metric), metric.Metric.Meaning]));
        terminal.Say(Note);
        terminal.Say($"Page: {page}");
        terminal.Say($"Runs: {folder.PathOf(SweepLayout.Database)}");
    }

    private string Line() => answer switch
    {
        { ChangesNothing: true } => FormattableString.Invariant($"Nothing changes: in each of {answer.Pairs} pairs both runs ended in the same state; every difference is exactly 0."),
        { Chief: { } chief } => FormattableString.Invariant($"{chief.Metric.Name}: {Difference(chief)} over {chief.Difference.Count} pairs, {Value(chief, chief.Without)} without and {Value(chief, chief.With)} with: {Judged(chief)}."),
        _ => FormattableString.Invariant($"None of the metrics has a value in both runs of any of {answer.Pairs} pairs."),
    };

    private static string Judged(MetricDifference metric) =>
        metric.IsBeyondChance ? "beyond chance" : metric.Difference.Count < MetricDifference.LeastPairs ? "too few pairs to tell" : "may be chance";

    private static ImmutableArray<string> Row(MetricDifference metric) =>
    [
        metric.Metric.Name, Bracketed(metric, metric.Without), Bracketed(metric, metric.With), metric.Difference.Count == 0 ? "-" : Difference(metric), metric.IsBeyondChance ? "*" : "",
        metric.Difference.Count.ToString(CultureInfo.InvariantCulture),
    ];

    private static string Value(MetricDifference metric, Interval found) => found.Count == 0 ? "-" : Level(metric, found.Median);

    private static string Bracketed(MetricDifference metric, Interval found) => found.Count == 0 ? "-" : $"{Level(metric, found.Median)} [{Level(metric, found.Low)}, {Level(metric, found.High)}]";

    /// <summary>A few TAO are told to the hundredth.</summary>
    private static string Level(MetricDifference metric, double value) => metric.Metric.Unit == MeasureUnit.Tao && Math.Abs(value) < 100
        ? value.ToString("0.##", CultureInfo.InvariantCulture) + " TAO"
        : FigureText.Value(metric.Metric.Unit, value);

    private static string Difference(MetricDifference metric) =>
        $"{Signed(metric, metric.Difference.Median)} [{Signed(metric, metric.Difference.Low)}, {Signed(metric, metric.Difference.High)}] {UnitOf(metric)}".TrimEnd();

    /// <summary>Three digits that count: a difference may be much smaller than what differs.</summary>
    private static string Signed(MetricDifference metric, double value)
    {
        var shown = value * FactorOf(metric);
        var decimals = shown == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(shown))), 0, 9);
        return shown.ToString($"+0.{new string('#', decimals)};-0.{new string('#', decimals)};0", CultureInfo.InvariantCulture);
    }

    /// <summary>A difference of shares is in points, and one of multiples is no multiple.</summary>
    private static string UnitOf(MetricDifference metric) => metric.Metric.Unit switch
    {
        MeasureUnit.Percent => "points",
        MeasureUnit.Hours => "h",
        MeasureUnit.Days => "d",
        MeasureUnit.Tao => "TAO",
        _ => "",
    };

    private static double FactorOf(MetricDifference metric) => metric.Metric.Unit == MeasureUnit.Percent ? 100 : 1;

    private static IEnumerable<double> Known(MetricDifference metric) => metric.Pairs.Select(pair => pair.Difference).Where(value => !double.IsNaN(value));

    private static DifferenceRow Drawn(MetricDifference metric) => new(
        metric.Metric.Name,
        UnitOf(metric), FactorOf(metric),
        [.. Known(metric)], metric.Difference.Low, metric.Difference.Median, metric.Difference.High,
        ReturnMoments.StandardDeviation([.. metric.Pairs.Select(pair => pair.Without).Where(value => !double.IsNaN(value))]) is var spread && spread > 0 ? spread : 0);

    private JsonObject Json(string page) => new()
    {
        ["question"] = plan.Question,
        ["answer"] = Line(),
        ["pairs"] = answer.Pairs,
        ["same"] = answer.Same,
        ["metrics"] = new JsonArray([.. answer.Metrics.Select(Json)]),
        ["page"] = page,
        ["folder"] = folder.Path,
    };

    private static JsonObject Json(MetricDifference metric) => new()
    {
        ["metric"] = metric.Metric.Name,
        ["unit"] = metric.Metric.Unit.ToString().ToLowerInvariant(),
        ["meaning"] = metric.Metric.Meaning,
        ["event"] = metric.Metric.IsEvent,
        ["without"] = Json(metric.Without),
        ["with"] = Json(metric.With),
        ["difference"] = Json(metric.Difference),
        ["beyond_chance"] = metric.IsBeyondChance,
        ["by_pair"] = new JsonArray([.. metric.Pairs.Select(pair => new JsonObject { ["without"] = Number(pair.Without), ["with"] = Number(pair.With) })]),
    };

    private static JsonObject Json(Interval found) => new() { ["low"] = Number(found.Low), ["middle"] = Number(found.Median), ["high"] = Number(found.High), ["pairs"] = found.Count };

    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
