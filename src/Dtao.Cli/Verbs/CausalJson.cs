using System.Text.Json.Nodes;
using Dtao.Records.Tracing;

namespace Dtao.Cli.Verbs;

/// <summary>A chain of causes as JSON.</summary>
internal static class CausalJson
{
    public static JsonObject Of(CausalChain chain) => new()
    {
        ["event"] = Link(chain.Event),
        ["causes"] = new JsonArray([.. chain.Causes.Select(Link)]),
        ["root"] = chain.Event.Root.ToString(),
        ["causes_are_all"] = chain.Root is null && chain.Lost.IsNone,
        ["effects"] = new JsonArray([.. chain.Effects.Select(effect =>
        {
            var link = Link(effect.Event);
            link["depth"] = effect.Depth;
            return link;
        })]),
        ["effects_are_all"] = !chain.HasMoreEffects,
        ["effects_looked_to_block"] = chain.LookedTo?.Height,
    };

    public static JsonObject Of(TracedDetection detection, IReadOnlyCollection<TracedEvent> restsOn) => new()
    {
        ["detection"] = new JsonObject { ["id"] = detection.Id, ["kind"] = detection.Kind, ["from_block"] = detection.FromBlock, ["to_block"] = detection.ToBlock, ["text"] = detection.Text },
        ["rests_on"] = new JsonArray([.. restsOn.Select(Link)]),
        ["rests_on_are_all"] = restsOn.Count == detection.RestsOn.Length,
    };

    private static JsonObject Link(TracedEvent link) => new()
    {
        ["id"] = link.Id.ToString(),
        ["cause"] = link.Cause.IsNone ? null : link.Cause.ToString(),
        ["root"] = link.Root.ToString(),
        ["block"] = link.Block.Height,
        ["kind"] = link.Kind,
        ["text"] = link.Text,
    };
}
