using System.Collections.Immutable;
using System.Text.Json;
using Dtao.Records.Events;
using Dtao.Records.Reading;

namespace Dtao.Records.Tracing;

/// <summary>What a detector found in a finished run, with the ids on which that rests.</summary>
/// <param name="Id"><c>d1</c>, <c>d2</c> …</param>
/// <param name="RestsOn">Events, epochs and postings of its evidence, and the largest trades of whom it names; in its own order, each once.</param>
public sealed record TracedDetection(string Id, string Kind, long FromBlock, long ToBlock, string Text, ImmutableArray<EventId> RestsOn)
{
    /// <summary>Whether it is the id of something found, and of nothing that happened.</summary>
    public static bool IsId(string text) => text is ['d', .. { Length: > 0 } number] && number.All(char.IsAsciiDigit);

    /// <summary>Null where the run has none of that id.</summary>
    public static TracedDetection? Of(RunReader run, string id)
    {
        using var database = run.OpenDatabase();
        return !database.Has("detections") ? null : database.Ask(
            "SELECT id, kind, from_block, to_block, text, evidence FROM detections WHERE id = $id",
            row => new TracedDetection(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetString(4), IdsIn(row.GetString(5))), ("$id", id)).FirstOrDefault();
    }

    private static ImmutableArray<EventId> IdsIn(string evidence)
    {
        using var json = JsonDocument.Parse(evidence);
        return [.. TextsIn(json.RootElement).Select(text => EventId.TryParse(text, out var id) ? id : EventId.None).Where(id => !id.IsNone).Distinct()];
    }

    /// <summary>Texts of lists, and ids of whom a list names: names of agents are in neither place.</summary>
    private static IEnumerable<string> TextsIn(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().SelectMany(field => field.Value.ValueKind == JsonValueKind.String ? field.Name == "id" ? [field.Value.GetString()!] : [] : TextsIn(field.Value)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(item => item.ValueKind == JsonValueKind.String ? [item.GetString()!] : TextsIn(item)),
        _ => [],
    };
}
