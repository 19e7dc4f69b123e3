using System.Globalization;
using System.Text.Json.Nodes;
using Dtao.Cli.Screen;
using Dtao.Records.Validation;
using Dtao.Sweeps.Episodes;

namespace Dtao.Cli.Verbs;

/// <summary>Episodes on the screen: a row an ensemble, then a row for how each differs from the first.</summary>
internal static class EpisodeTable
{
    public static void Show(Terminal terminal, IReadOnlyList<EpisodeComparison> ensembles)
    {
        string[] figures = [.. EpisodeRun.Figures.Select(figure => figure.Name)];
        terminal.Table(["ensemble", "runs", "announced", "pumped", "crashed", .. figures], ensembles.Select(Levels));
        if (ensembles.Count > 1)
        {
            terminal.Say($"Less {ensembles[0].Name}, seed by seed:");
            terminal.Table(["ensemble", .. figures], ensembles.Skip(1).Select(Differences));
            foreach (var ensemble in ensembles.Skip(1)) terminal.Say($"{ensemble.Name}: {Text(ensemble.Apart, ensembles[0].Name)}");
        }
        terminal.Say(FormattableString.Invariant($"pumped: runs in which it rose to ×{EpisodeRun.LeastPump:0} or more; crashed: of these, those in which it then fell by {-EpisodeRun.LeastCrash * 100:0} % or more within 24 hours; with Wilson's intervals of 90 %."));
        terminal.Say("Medians, and what 90 of 100 bootstrapped medians lie in; (n) where fewer runs tell.");
        if (!double.IsNaN(ensembles[0].Kappa)) terminal.Say($"foundation-weight alone sets the consensus above kappa, {FigureText.Value(MeasureUnit.Percent, ensembles[0].Kappa)}.");
        foreach (var figure in EpisodeRun.Figures) terminal.Say($"{figure.Name}: {figure.Meaning}");
    }

    public static JsonObject Json(IReadOnlyList<EpisodeComparison> ensembles) => new()
    {
        ["ensembles"] = new JsonArray([.. ensembles.Select(ensemble => new JsonObject
        {
            ["name"] = ensemble.Name,
            ["runs"] = ensemble.Runs,
            ["announced"] = ensemble.Announced,
            ["pumped"] = Json(ensemble.Pumped),
            ["crashed"] = Json(ensemble.Crashed),
            ["apart"] = ensemble.Apart is { } apart ? new JsonObject { ["day"] = apart.Day, ["factor"] = Json(apart.Factor), ["chance"] = apart.Chance } : null,
            ["kappa"] = Number(ensemble.Kappa),
            ["figures"] = new JsonArray([.. ensemble.Figures.Select(Json)]),
        })]),
    };

    private static string[] Levels(EpisodeComparison ensemble) =>
        [ensemble.Name, Whole(ensemble.Runs), Whole(ensemble.Announced), Text(ensemble.Pumped), Text(ensemble.Crashed), .. ensemble.Figures.Select(figure => Text(figure.Measure.Unit, figure.Level, ensemble.Runs))];

    private static string[] Differences(EpisodeComparison ensemble) =>
        [ensemble.Name, .. ensemble.Figures.Select(figure => Text(figure.Measure.Unit is MeasureUnit.Times ? MeasureUnit.Number : figure.Measure.Unit, figure.Difference, ensemble.Runs))];

    private static string Text(MeasureUnit unit, Interval found, int runs) => found.Count == 0
        ? "-"
        : $"{FigureText.Value(unit, found.Median)} [{FigureText.Value(unit, found.Low)}, {FigureText.Value(unit, found.High)}]" + (found.Count < runs ? $" ({Whole(found.Count)})" : "");

    private static string Text(Odds odds) => odds.Of == 0
        ? "-"
        : $"{Whole(odds.Hits)} of {Whole(odds.Of)} [{FigureText.Value(MeasureUnit.Percent, odds.Low)}, {FigureText.Value(MeasureUnit.Percent, odds.High)}]";

    private static string Text(Divergence? apart, string first) => apart is null
        ? $"on no day after the takeover is the price another than {first}'s beyond chance"
        : $"from day {Whole(apart.Day)} after the takeover on, the price is another than {first}'s beyond chance: {Text(MeasureUnit.Times, apart.Factor, apart.Factor.Count)} of it that day, and any day so clear comes by chance in {FigureText.Value(MeasureUnit.Percent, apart.Chance)} of cases";

    private static JsonObject Json(Odds odds) => new() { ["hits"] = odds.Hits, ["of"] = odds.Of, ["low"] = Number(odds.Low), ["high"] = Number(odds.High) };

    private static JsonObject Json(EpisodeFigure figure) => new()
    {
        ["measure"] = figure.Measure.Name,
        ["unit"] = figure.Measure.Unit.ToString().ToLowerInvariant(),
        ["level"] = Json(figure.Level),
        ["difference"] = Json(figure.Difference),
    };

    private static JsonObject Json(Interval found) => new() { ["low"] = Number(found.Low), ["median"] = Number(found.Median), ["high"] = Number(found.High), ["runs"] = found.Count };

    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
