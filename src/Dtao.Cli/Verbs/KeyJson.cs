using System.Text.Json.Nodes;
using Dtao.Agents.Configuration.Explaining;
using Dtao.Hocon;

namespace Dtao.Cli.Verbs;

/// <summary>A key of a run as JSON.</summary>
internal static class KeyJson
{
    public static JsonObject Of(EffectiveKey key, Reference reference, KeyBook book)
    {
        var elsewhere = book.ElsewhereOf(key.Key);
        var json = Short(key);
        json["unit"] = key.Nature.Unit;
        json["range"] = key.Nature.Range;
        json["list"] = key.Nature.IsList;
        json["may_be_drawn"] = key.Nature.MayBeDrawn;
        json["documentation"] = reference.Documentation(key.Key, elsewhere);
        json["left_out_stands_at"] = elsewhere;
        json["default"] = reference.Default(key.Key, elsewhere)?.Text;
        json["assignments"] = new JsonArray([.. key.Assignments.Select(Of)]);
        return json;
    }

    /// <summary>Value and place alone.</summary>
    public static JsonObject Short(EffectiveKey key) => new() { ["key"] = key.Key, ["value"] = key.Text, ["from"] = key.Assignments[0].Place };

    private static JsonObject Of(Assignment assignment) => new()
    {
        ["written"] = assignment.Written,
        ["file"] = assignment.Origin.File,
        ["line"] = assignment.Origin.HasLine ? assignment.Origin.Line : null,
        ["column"] = assignment.Origin.HasLine ? assignment.Origin.Column : null,
        ["place"] = assignment.Place,
        ["included_from"] = new JsonArray([.. assignment.Origin.IncludeChain.Select(include => (JsonNode)Assignment.PlaceOf(include))]),
    };
}
