using System.Text.Json.Nodes;
using Dtao.Records.Statistics;
using Dtao.Records.Validation;

namespace Dtao.Cli.Verbs;

/// <summary>A validation as JSON. What is no number is null.</summary>
internal static class ValidationJson
{
    private const int JointlyOf = 5;

    public static JsonObject Of(TargetSet set, Scorecard card, History? history) => new()
    {
        ["title"] = set.Title,
        ["runs"] = card.Runs,
        ["days"] = card.Days,
        ["announced"] = card.Announced,
        ["counted"] = card.Counted,
        ["held"] = card.Held,
        ["held_in_part"] = card.HeldInPart,
        ["not_measurable"] = card.NotMeasurable,
        ["not_counted"] = card.NotCounted,
        ["runs_with_5_of_1_to_7"] = card.JointlyHeld(JointlyOf),
        ["record_agrees"] = history?.Agreeing,
        ["record_differs"] = history?.Differing,
        ["targets"] = new JsonArray([.. card.Targets.Select(target => Of(target, history))]),
    };

    private static JsonObject Of(TargetResult result, History? history) => new()
    {
        ["number"] = result.Target.Number,
        ["title"] = result.Target.Title,
        ["kind"] = Word(result.Target.Kind),
        ["source"] = result.Target.Source,
        ["confidence"] = result.Target.Confidence,
        ["in_sample"] = result.Target.InSample,
        ["verdict"] = Word(result.Verdict),
        ["in_part"] = result.IsPartial,
        ["figures"] = new JsonArray([.. result.Figures.Select(figure => Of(figure, history))]),
    };

    private static JsonObject Of(FigureResult result, History? history) => new()
    {
        ["name"] = result.Figure.Name,
        ["measure"] = result.Figure.Measure?.Name,
        ["unit"] = result.Figure.Measure is { } measure ? Word(measure.Unit) : null,
        ["real"] = result.Figure.Real,
        ["at_least"] = result.Figure.Accept?.AtLeast,
        ["at_most"] = result.Figure.Accept?.AtMost,
        ["days"] = result.Figure.Days,
        ["verdict"] = Word(result.Verdict),
        ["why"] = result.Why,
        ["simulated"] = Of(result.Band),
        ["if_announced"] = result.IsConditional ? Of(result.Conditional) : null,
        ["by_run"] = new JsonArray([.. result.ByRun.Select(found => Number(found.Value))]),
        ["record"] = history is null ? null : Number(history.Whole.Of(result.Figure).Value),
        ["record_beginning"] = history?.Beginning is { } beginning ? Number(beginning.Of(result.Figure).Value) : null,
        ["record_agrees"] = history?.Agrees(result.Figure),
    };

    private static JsonObject Of(Band band) => new() { ["low"] = Number(band.Low), ["median"] = Number(band.Median), ["high"] = Number(band.High), ["runs"] = band.Count };

    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    /// <summary>not-measurable for NotMeasurable.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
